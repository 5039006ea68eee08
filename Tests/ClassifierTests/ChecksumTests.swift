import Testing

@testable import Classifier

@Suite("Check digits")
struct ChecksumTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var valid: [String]
    var passes: @Sendable ([UInt8]) -> Bool
    /// Places whose change the check cannot see: letters of another kind, digits of an issue number.
    var blind: Set<Int> = []
    /// Weights that repeat cannot see every transposition.
    var seesTranspositions = true
    var testDescription: String { name }
  }

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter(Byte.isDigit).map { $0 - 0x30 } }
  private static func folded(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter { Byte.isDigit($0) || Byte.isLetter($0) }
  }

  static let cases: [Case] = [
    Case(name: "IRD by the first weights", valid: ["49091850"], passes: Checksum.ird),
    Case(name: "TFN", valid: ["123456782", "876543210", "459599230"], passes: Checksum.tfn),
    Case(
      name: "Medicare", valid: ["2123456701", "2428778132"], passes: Checksum.medicare, blind: [9],
      seesTranspositions: false),
    Case(name: "ABN", valid: ["51824753556", "83914571673"], passes: Checksum.abn),
    Case(name: "SIN by Luhn", valid: ["130692544", "347677452"], passes: Checksum.luhn, seesTranspositions: false),
    Case(
      name: "Card by Luhn", valid: ["4111111111111111", "378282246310005"], passes: Checksum.luhn,
      seesTranspositions: false),
    Case(name: "PHN", valid: ["9698658215"], passes: Checksum.phn, seesTranspositions: false),
    Case(name: "NHS", valid: ["9434765870", "4010232137", "9990000018"], passes: Checksum.nhs),
    Case(name: "Routing", valid: ["111000025", "021000021"], passes: Checksum.aba, seesTranspositions: false),
    Case(name: "NZBN", valid: ["9429050294954"], passes: Checksum.gs1, seesTranspositions: false),
  ]

  @Test("Published numbers pass", arguments: cases)
  func valid(_ check: Case) { for number in check.valid { #expect(check.passes(Self.digits(number)), "\(number)") } }

  @Test("Any one wrong digit is seen", arguments: cases)
  func singleDigit(_ check: Case) {
    for number in check.valid {
      let digits = Self.digits(number)
      for place in digits.indices where !check.blind.contains(place) {
        for digit: UInt8 in 0...9 where digit != digits[place] {
          var wrong = digits
          wrong[place] = digit
          #expect(!check.passes(wrong), "\(check.name) \(wrong)")
        }
      }
    }
  }

  @Test("Two neighbours that change places are seen", arguments: cases.filter(\.seesTranspositions))
  func transposition(_ check: Case) {
    for number in check.valid {
      let digits = Self.digits(number)
      for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
        var wrong = digits
        wrong.swapAt(place, place + 1)
        #expect(!check.passes(wrong), "\(check.name) \(wrong)")
      }
    }
  }

  @Test("NHI numbers of both formats pass, and a wrong sign is seen")
  func nhi() {
    for number in ["ZZZ0016", "ZZZ0024", "ZAC5361", "ZBE4905", "WLD9413"] {
      let signs = Self.folded(number)
      #expect(Checksum.nhi(signs), "\(number)")
      for place in 3..<6 {
        for digit: UInt8 in 0x30...0x39 where digit != signs[place] {
          var wrong = signs
          wrong[place] = digit
          // 0 and 10 share a check digit: the eleventh remainder has no sign of its own.
          let isBlind = Checksum.nhi(wrong)
          #expect(!isBlind || wrong[6] == 0x30 || wrong[6] == 0x31, "\(number) \(wrong)")
        }
      }
    }
    for number in ["ZBN77VL", "ZSC21TN", "ABC12DS", "ZZZ00AX", "ALU18KZ"] {
      #expect(Checksum.nhi(Self.folded(number)), "\(number)")
    }
    for number in ["ZZZ0044", "ZZZ0017", "ZZZ00AA", "ALU28KZ"] {
      #expect(!Checksum.nhi(Self.folded(number)), "\(number)")
    }
  }

  @Test("Numbers whose check is weaker pass too")
  func weak() {
    // The second weights of IRD numbers and the even weights of ACNs leave some slips unseen.
    for number in ["35901981", "49098576", "136410132"] { #expect(Checksum.ird(Self.digits(number)), "\(number)") }
    for number in ["004085616", "010499966"] { #expect(Checksum.acn(Self.digits(number)), "\(number)") }
    #expect(!Checksum.ird(Self.digits("136410133")))
    #expect(!Checksum.ird(Self.digits("9125568")))
    #expect(!Checksum.acn(Self.digits("004085617")))
  }

  @Test("PPS numbers and IBANs pass, and one wrong sign is seen")
  func letters() {
    for number in ["6433435F", "6433435FT", "6433435OA", "6433435IH", "1234567T"] {
      #expect(Checksum.pps(Self.folded(number)), "\(number)")
    }
    #expect(!Checksum.pps(Self.folded("6433435E")))
    let iban = Self.folded("GB82 WEST 1234 5698 7654 32")
    #expect(Checksum.iban(iban))
    for place in iban.indices where Byte.isDigit(iban[place]) {
      for digit: UInt8 in 0x30...0x39 where digit != iban[place] {
        var wrong = iban
        wrong[place] = digit
        #expect(!Checksum.iban(wrong), "\(wrong)")
      }
    }
  }

  @Test(
    "New Zealand bank accounts follow Inland Revenue's algorithms",
    arguments: [
      ("01-902-0068389-00", true), ("08-6523-1954512-001", true), ("26-2600-0320871-032", true),
      ("01-0242-0100194-00", true), ("01-0242-0100195-00", false), ("12-3141-0109654-00", false),
    ])
  func bank(account: String, passes: Bool) {
    let parts = account.split(separator: "-").map { Self.digits(String($0)) }
    let bank = Int(parts[0][0]) * 10 + Int(parts[0][1])
    #expect(Checksum.nzBank(bank: bank, branch: parts[1], account: parts[2], suffix: parts[3]) == passes)
  }
}
