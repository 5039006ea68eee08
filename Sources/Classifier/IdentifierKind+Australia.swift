/// Numbers of Australia.
extension IdentifierKind {
  static let australia: [IdentifierKind] = [
    IdentifierKind(
      "au.tfn", "a tax file number", .australia, cues: "tfn,tax file,tax file number,tax no,tax number", needsCue: true
    ) {
      number in
      guard number.isDigits, (8...9).contains(number.count),
        !number.isTrivial || number.count == 9 && Checksum.tfn(number.digits)
      else { return nil }
      return Shape(
        strength: 0.3, isPrinted: number.groups == [3, 3, 3],
        passes: number.count == 9 ? Checksum.tfn(number.digits) : nil)
    },
    IdentifierKind("au.medicare", "a Medicare number", .australia, cues: "medicare,medicare card,medicare number") {
      number in
      guard number.isDigits, number.count == 10 || number.count == 11, (2...6).contains(number.digits[0]),
        !number.isTrivial
      else { return nil }
      let passes = Checksum.medicare(number.digits)
      let isPrinted = number.groups.starts(with: [4, 5, 1])
      guard isPrinted || passes else { return nil }
      return Shape(strength: isPrinted ? 0.4 : 0.1, isPrinted: isPrinted, passes: passes)
    },
    IdentifierKind(
      "au.ihi", "a healthcare identifier", .australia,
      cues: "ihi,healthcare identifier,health identifier,my health record"
    ) { number in
      guard number.isDigits, number.count == 16, number.compact.starts(with: Array("800360".utf8)) else { return nil }
      let passes = Checksum.luhn(number.digits)
      return passes ? Shape(strength: 0.7, isPrinted: number.groups == [4, 4, 4, 4], passes: true) : nil
    },
    IdentifierKind("au.crn", "a Centrelink reference number", .australia, cues: "crn,centrelink,customer reference") {
      number in
      number.shape == "999999999A" ? Shape(strength: 0.45, isPrinted: number.groups.starts(with: [3, 3, 3])) : nil
    },
    IdentifierKind("au.licence", "a driver licence number", .australia, cues: licenceCues, needsCue: true) { number in
      let digits = number.compact.filter(Byte.isDigit).count
      return number.count - digits <= 1 && (5...10).contains(number.count)
        && number.count - digits == (number.startsWithLetter ? 1 : 0)
        ? Shape(strength: 0.25) : nil
    },
    IdentifierKind("au.passport", "a passport number", .australia, cues: "passport", needsCue: true) { number in
      let first = number.compact.first ?? 0
      let isShape =
        number.shape == "A9999999" && Array("nedfacux".utf8).contains(first)
        || number.shape == "AA9999999" && first == 0x70
      return isShape ? Shape(strength: 0.45) : nil
    },
    IdentifierKind("au.plate", "a number plate", .australia, cues: vehicleCues, needsCue: true) { number in
      ["AAA99A", "9AA9AA", "999AA9", "9AAA999", "A999AAA", "A99AA", "AAA99A", "999AAA", "AA99AA"].contains(number.shape)
        && (number.isCapital || number.isLowerCaseText)
        ? Shape(strength: 0.35) : nil
    },
  ]
}
