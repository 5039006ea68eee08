/// Numbers of New Zealand.
extension IdentifierKind {
  static let aotearoa: [IdentifierKind] = [
    IdentifierKind(
      "nz.nhi", "an NHI number", .newZealand, cues: "nhi,hospital number,hospital no,hospital,patient,referral"
    ) { number in
      guard number.shape == "AAA9999" || number.shape == "AAA99AA", !number.letters(contain: [0x69, 0x6F]) else {
        return nil
      }
      let passes = Checksum.nhi(number.compact)
      return Shape(
        strength: number.isCapital && passes ? 0.5 : 0.3, isPrinted: number.isCapital && number.groups.count == 1,
        passes: passes)
    },
    IdentifierKind(
      "nz.ird", "an IRD number", .newZealand,
      cues: "ird,ird number,tax number,tax no,inland revenue,tax,myir,nama tari taake", needsCue: true
    ) { number in
      guard number.isDigits, (8...9).contains(number.count), !number.isTrivial else { return nil }
      let value = number.value
      guard (10_000_000..<200_000_000).contains(value) else { return nil }
      return Shape(
        strength: 0.3, isPrinted: number.groups == [3, 3, 3] || number.groups == [2, 3, 3],
        passes: Checksum.ird(number.digits))
    },
    IdentifierKind(
      "nz.bank", "a New Zealand bank account", .newZealand,
      cues: "account,acc,a/c,acct,bank,deposit,transfer,refund,pay,kiwibank,anz,bnz,asb,westpac"
    ) { number in
      guard number.isDigits else { return nil }
      let groups = number.groups
      if groups.count == 4, groups[0] == 2, (3...4).contains(groups[1]), (7...8).contains(groups[2]),
        (2...4).contains(groups[3])
      {
        let d = number.digits
        let bank = Int(d[0]) * 10 + Int(d[1])
        guard isNZBank(bank) else { return nil }
        let passes = Checksum.nzBank(
          bank: bank, branch: Array(d[2..<(2 + groups[1])]),
          account: Array(d[(2 + groups[1])..<(2 + groups[1] + groups[2])]),
          suffix: Array(d[(2 + groups[1] + groups[2])...]))
        return Shape(strength: passes ? 0.75 : 0.6, isPrinted: true, passes: passes)
      }
      guard groups.count == 1, (15...16).contains(number.count) else { return nil }
      let d = number.digits
      let bank = Int(d[0]) * 10 + Int(d[1])
      guard isNZBank(bank) else { return nil }
      let passes = Checksum.nzBank(
        bank: bank, branch: Array(d[2..<6]), account: Array(d[6..<13]), suffix: Array(d[13...]))
      return passes ? Shape(strength: 0.25, passes: true) : Shape(strength: 0.05, passes: false)
    },
    IdentifierKind(
      "nz.licence", "a driver licence number", .newZealand,
      cues: "licence,license,driver licence,drivers licence,driving licence,drivers license,dl,raihana", needsCue: true
    ) { number in
      number.shape == "AA999999" ? Shape(strength: 0.35) : nil
    },
    IdentifierKind("nz.passport", "a passport number", .newZealand, cues: "passport,uruwhenua", needsCue: true) {
      number in
      let isShape =
        number.shape == "AA999999" && (number.compact[0] == 0x6C || number.compact.starts(with: [0x65, 0x61]))
        || number.shape == "A999999" && number.compact[0] == 0x6E
      return isShape ? Shape(strength: 0.4) : nil
    },
    IdentifierKind("nz.plate", "a number plate", .newZealand, cues: vehicleCues, needsCue: true) { number in
      ["AAA999", "AAA99", "AAA9", "AA9999", "AA999", "A999A", "999AA"].contains(number.shape) && number.count >= 5
        && (number.isCapital || number.isLowerCaseText)
        ? Shape(strength: number.shape == "AAA999" ? 0.35 : 0.25) : nil
    },
    IdentifierKind(
      "nz.client", "a client number", .newZealand,
      cues:
        "swn,client number,client no,client num,client id,customer number,customer no,msd number,winz number,nsn,student id,student number,student no,beneficiary number",
      needsCue: true
    ) { number in
      number.isDigits && (6...12).contains(number.count) && !number.isTrivial
        ? Shape(strength: 0.3, isPrinted: number.groups == [3, 3, 3]) : nil
    },
  ]
}
