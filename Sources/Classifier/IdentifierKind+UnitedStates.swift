/// Numbers of the United States.
extension IdentifierKind {
  static let unitedStates: [IdentifierKind] = [
    IdentifierKind(
      "us.ssn", "a social security number", .unitedStates,
      cues: "ssn,social,social security,ss card,ss number,ss,voter reg,soc"
    ) { number in
      guard number.isDigits, number.count == 9 else { return nil }
      let value = number.value
      let area = value / 1_000_000
      let isPrinted = number.groups == [3, 2, 4]
      guard area != 0, area != 666, value / 10_000 % 100 != 0, value % 10_000 != 0 else { return nil }
      let isNever = area >= 900 || [78_051_120, 219_099_999, 457_555_462].contains(value)
      return Shape(strength: isPrinted ? (isNever ? 0.1 : 0.6) : 0.05, isPrinted: isPrinted)
    },
    IdentifierKind("us.itin", "a taxpayer number", .unitedStates, cues: "itin,tax,taxpayer") { number in
      guard number.isDigits, number.count == 9, number.groups == [3, 2, 4], number.digits[0] == 9 else { return nil }
      let group = Int(number.digits[3]) * 10 + Int(number.digits[4])
      let isIssued =
        (50...65).contains(group) || (70...88).contains(group) || (90...92).contains(group) || (94...99).contains(group)
      return isIssued ? Shape(strength: 0.62, isPrinted: true) : nil
    },
    IdentifierKind("us.mbi", "a Medicare number", .unitedStates, cues: "medicare,mbi") { number in
      guard number.count == 11 else { return nil }
      let c = number.compact
      let letterPlaces = [1, 4, 7, 8]
      let digitPlaces = [0, 3, 6, 9, 10]
      guard letterPlaces.allSatisfy({ Byte.isLetter(c[$0]) }), digitPlaces.allSatisfy({ Byte.isDigit(c[$0]) }),
        c[0] != 0x30,
        !number.letters(contain: Array("sloibz".utf8))
      else { return nil }
      return Shape(strength: 0.7, isPrinted: number.groups == [4, 3, 4])
    },
    IdentifierKind(
      "us.routing", "a bank routing number", .unitedStates, cues: "routing,aba,routing number", needsCue: true
    ) { number in
      guard number.isDigits, number.count == 9, number.groups.count == 1 else { return nil }
      return Shape(strength: 0.35, passes: Checksum.aba(number.digits))
    },
    IdentifierKind("us.passport", "a passport number", .unitedStates, cues: "passport", needsCue: true) { number in
      number.shape == "A99999999" ? Shape(strength: 0.4) : nil
    },
  ]
}
