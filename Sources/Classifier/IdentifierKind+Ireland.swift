/// Numbers of Ireland.
extension IdentifierKind {
  static let ireland: [IdentifierKind] = [
    IdentifierKind("ie.pps", "a PPS number", .ireland, cues: "pps,ppsn,pps number,public service number,rsi") {
      number in
      guard number.shape == "9999999A" || number.shape == "9999999AA" else { return nil }
      if number.count == 9, !Array("abhwtx".utf8).contains(number.compact[8]) { return nil }
      let passes = Checksum.pps(number.compact)
      return Shape(strength: passes ? 0.55 : 0.2, isPrinted: number.groups.count == 1, passes: passes)
    },
    IdentifierKind("ie.plate", "a number plate", .ireland, cues: vehicleCues) { number in
      guard number.shape.hasPrefix("999A") || number.shape.hasPrefix("99A"), number.groups.count == 3 else {
        return nil
      }
      let isShape =
        (2...3).contains(number.groups[0]) && (1...2).contains(number.groups[1]) && (1...6).contains(number.groups[2])
        && number.shape.suffix(number.groups[2]).allSatisfy { $0 == "9" }
      return isShape && number.isHyphenated ? Shape(strength: 0.5) : nil
    },
  ]
}
