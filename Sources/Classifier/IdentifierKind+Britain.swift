/// Numbers of the United Kingdom.
extension IdentifierKind {
  static let britain: [IdentifierKind] = [
    IdentifierKind(
      "uk.nino", "a National Insurance number", .unitedKingdom,
      cues: "ni,nino,ni number,national insurance,nat ins,insurance number"
    ) { number in
      guard number.shape == "AA999999A" else { return nil }
      let c = number.compact
      let isSuffix = (0x61...0x64).contains(c[8])
      let isPrefix =
        !Array("dfiquv".utf8).contains(c[0]) && !Array("dfiquvo".utf8).contains(c[1])
        && !["bg", "gb", "kn", "nk", "nt", "tn", "zz"].contains(String(decoding: c[..<2], as: UTF8.self))
      guard isSuffix else { return nil }
      return Shape(
        strength: isPrefix ? 0.6 : 0.2, isPrinted: number.groups == [2, 2, 2, 2, 1] || number.groups == [9], passes: nil
      )
    },
    IdentifierKind("uk.nhs", "an NHS number", .unitedKingdom, cues: "nhs,nhs number,nhs no") { number in
      guard number.isDigits, number.count == 10, !number.isTrivial else { return nil }
      let passes = Checksum.nhs(number.digits)
      let lead = Int(number.digits[0]) * 100 + Int(number.digits[1]) * 10 + Int(number.digits[2])
      let isIssued =
        (400...499).contains(lead) || (600...799).contains(lead) || lead == 999 || (900...999).contains(lead)
      let isPrinted = number.groups == [3, 3, 4]
      return Shape(strength: isPrinted && passes && isIssued ? 0.4 : 0.05, isPrinted: isPrinted, passes: passes)
    },
    IdentifierKind(
      "uk.chi", "a CHI number", .unitedKingdom, cues: "chi,chi number,nhs scotland,nhslothian,grampiannhs,clinic,gp"
    ) { number in
      guard number.isDigits, number.count == 10, number.groups.count == 1 || number.groups == [6, 4] else { return nil }
      let d = number.digits.map(Int.init)
      let day = d[0] * 10 + d[1]
      let month = d[2] * 10 + d[3]
      guard (1...31).contains(day), (1...12).contains(month) else { return nil }
      let passes = Checksum.nhs(number.digits)
      return Shape(strength: passes ? 0.35 : 0.1, isPrinted: false, passes: passes)
    },
    IdentifierKind("uk.bank", "a sort code with account", .unitedKingdom, cues: "sort,sort code,bank,account,acc") {
      number in
      guard number.isDigits, number.count == 14, number.groups == [2, 2, 2, 8] else { return nil }
      return Shape(strength: 0.6, isPrinted: true)
    },
    IdentifierKind(
      "uk.licence", "a driving licence number", .unitedKingdom, cues: "licence,license,driver,driving,dvla"
    ) { number in
      guard number.count == 16 else { return nil }
      let c = number.compact
      // Five letters or nines, six digits of a birth date, two initials, a digit or letter, two letters.
      guard c[..<5].allSatisfy({ !Byte.isDigit($0) || $0 == 0x39 }), !Byte.isDigit(c[0]),
        c[5..<11].allSatisfy(Byte.isDigit),
        c[14...].allSatisfy(Byte.isLetter)
      else { return nil }
      let month = Int(c[6] - 0x30) * 10 + Int(c[7] - 0x30)
      let day = Int(c[8] - 0x30) * 10 + Int(c[9] - 0x30)
      guard (1...12).contains(month % 50), month <= 62, (1...31).contains(day) else { return nil }
      return Shape(strength: 0.75)
    },
    IdentifierKind("uk.plate", "a number plate", .unitedKingdom, cues: vehicleCues) { number in
      let isCurrent = number.shape == "AA99AAA" && (number.groups == [4, 3] || number.groups == [7])
      guard isCurrent || number.shape == "A999AAA" || number.shape == "AAA999A", number.isCapital else { return nil }
      return Shape(strength: isCurrent && number.groups == [4, 3] ? 0.4 : 0.15)
    },
    IdentifierKind("uk.passport", "a passport number", .unitedKingdom, cues: "passport", needsCue: true) { number in
      number.isDigits && number.count == 9 ? Shape(strength: 0.35) : nil
    },
  ]
}
