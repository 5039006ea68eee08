/// Numbers of any country.
extension IdentifierKind {
  static let everywhere: [IdentifierKind] = [
    IdentifierKind("iban", "an IBAN", nil, cues: "iban,account,bank,refund,pay") { number in
      let c = number.compact
      guard (15...34).contains(c.count), Byte.isLetter(c[0]), Byte.isLetter(c[1]), Byte.isDigit(c[2]),
        Byte.isDigit(c[3]),
        c[0] < 0x80, c[1] < 0x80, Checksum.iban(c)
      else { return nil }
      return Shape(strength: 0.85, passes: true)
    },
    IdentifierKind("card", "a payment card", nil, cues: "card,visa,mastercard,credit,debit,amex,eftpos") { number in
      guard number.isDigits, (12...19).contains(number.count), !number.isTrivial, isCardPrefix(number.digits) else {
        return nil
      }
      let isPrinted =
        number.groups == [4, 4, 4, 4] || number.groups == [4, 6, 5] || number.groups == [4, 6, 4]
        || number.groups == [4, 4, 4, 4, 3]
      let passes = Checksum.luhn(number.digits)
      guard passes || isPrinted else { return nil }
      return Shape(strength: isPrinted ? (passes ? 0.75 : 0.2) : 0.35, isPrinted: isPrinted, passes: passes)
    },
    IdentifierKind(
      "card.other", "a card number", nil,
      cues: "card,go card,opal,myki,hop card,snapper,bee card,leap card,oyster,compass card,supergold", needsCue: true
    ) { number in
      number.isDigits && number.groups == [4, 4, 4, 4] ? Shape(strength: 0.3, isPrinted: true) : nil
    },
    IdentifierKind(
      "client", "a personal reference number", nil,
      cues:
        "client number,client no,customer number,customer no,member number,member no,membership number,membership no,emp no,employee no,employee number,staff number,staff no,student id,student number,student no,patient number,patient no,hospital number,hospital no,uci,pnr,licence,license,licence no,license no,licence number,dl,drivers licence,drivers license,driver no,driver number,voter reg,badge number,pension number,veterans number,service number,account number,acc no,account no,acct no,account,policyholder",
      needsCue: true
    ) { number in
      guard (6...12).contains(number.count), number.digits.count >= 5, !number.isTrivial, number.groups.count <= 4
      else { return nil }
      return Shape(strength: 0.2)
    },
    IdentifierKind("passport", "a passport number", nil, cues: "passport,passport no,passport number", needsCue: true) {
      number in
      (7...9).contains(number.count) && number.digits.count >= 6 && number.groups.count <= 2
        ? Shape(strength: 0.3) : nil
    },
    IdentifierKind("plate", "a number plate", nil, cues: vehicleCues, needsCue: true) { number in
      guard (5...7).contains(number.count), number.groups.allSatisfy({ $0 >= 2 }),
        (1...5).contains(number.digits.count),
        number.count - number.digits.count >= 1, number.groups.count <= 2,
        number.isCapital || number.isLowerCaseText
      else { return nil }
      return Shape(strength: 0.2)
    },
  ]
}
