/// Numbers of Canada.
extension IdentifierKind {
  static let canada: [IdentifierKind] = [
    IdentifierKind(
      "ca.sin", "a social insurance number", .canada,
      cues: "sin,social insurance,social insurance number,sin number,nas"
    ) { number in
      guard number.isDigits, number.count == 9, !number.isTrivial, ![0, 8].contains(number.digits[0]) else {
        return nil
      }
      let passes = Checksum.luhn(number.digits)
      let isPrinted = number.groups == [3, 3, 3]
      return Shape(strength: isPrinted && passes ? 0.15 : 0.05, isPrinted: isPrinted, passes: passes)
    },
    IdentifierKind(
      "ca.phn", "a personal health number", .canada,
      cues: "phn,personal health number,care card,carecard,health number,msp,services card"
    ) { number in
      guard number.isDigits, number.count == 10, number.digits[0] == 9, !number.isTrivial else { return nil }
      let passes = Checksum.phn(number.digits)
      let isPrinted = number.groups == [4, 3, 3]
      return Shape(strength: isPrinted ? (passes ? 0.4 : 0.25) : 0.05, isPrinted: isPrinted, passes: passes)
    },
    IdentifierKind(
      "ca.ohip", "a health card number", .canada, cues: "ohip,health card,health number,card", needsCue: true
    ) { number in
      guard number.shape == "9999999999" || number.shape == "9999999999AA" || number.shape == "9999999999A",
        !number.isTrivial
      else { return nil }
      let passes = Checksum.luhn(number.digits)
      return Shape(strength: 0.3, isPrinted: number.groups.starts(with: [4, 3, 3]), passes: passes)
    },
    IdentifierKind("ca.passport", "a passport number", .canada, cues: "passport", needsCue: true) { number in
      number.shape == "AA999999" || number.shape == "A999999AA" ? Shape(strength: 0.35) : nil
    },
  ]
}
