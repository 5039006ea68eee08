/// Check digits of official and financial numbers. A checksum is evidence and never the verdict: of nine random digits one
/// in four passes some country's. Digits are values 0 to 9; letters are folded bytes.
enum Checksum {
  private static func sum(_ digits: some Sequence<UInt8>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
  }

  /// ISO/IEC 7812: cards, SIN, OHIP, IHI.
  static func luhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit) * (place % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Inland Revenue: modulus 11 with weights 3 2 7 6 5 4 3 2, and 7 4 3 2 5 2 7 6 where the first gives 10.
  static func ird(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8 || digits.count == 9 else { return false }
    let value = digits.reduce(0) { $0 * 10 + Int($1) }
    guard (10_000_000..<200_000_000).contains(value) else { return false }
    let padded = digits.count == 8 ? [0] + digits : digits
    func check(_ weights: [Int]) -> Int {
      let rest = sum(padded.prefix(8), weights) % 11
      return rest == 0 ? 0 : 11 - rest
    }
    let first = check([3, 2, 7, 6, 5, 4, 3, 2])
    if first != 10 { return first == Int(padded[8]) }
    let second = check([7, 4, 3, 2, 5, 2, 7, 6])
    return second != 10 && second == Int(padded[8])
  }

  /// HISO 10046: letters count A 1 to Z 24 without I and O, weights 7 to 2; a digit checks modulus 11, a letter modulus 23
  /// (and 24 by the editions before 2024).
  static func nhi(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 7 else { return false }
    func value(_ byte: UInt8) -> Int {
      if Byte.isDigit(byte) { return Int(byte) - 0x30 }
      return Int(byte) - 0x60 - (byte > 0x6F ? 2 : byte > 0x69 ? 1 : 0)
    }
    let total = zip(bytes.prefix(6), [7, 6, 5, 4, 3, 2]).reduce(0) { $0 + value($1.0) * $1.1 }
    if Byte.isDigit(bytes[6]) {
      let rest = total % 11
      return rest != 0 && (11 - rest) % 10 == value(bytes[6])
    }
    return 23 - total % 23 == value(bytes[6]) || 24 - total % 24 == value(bytes[6])
  }

  /// Australian tax file number.
  static func tfn(_ digits: [UInt8]) -> Bool {
    digits.count == 9 && sum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0
  }

  /// Medicare Australia: the first eight digits check the ninth; the tenth is the card's issue.
  static func medicare(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10 || digits.count == 11, (2...6).contains(digits[0]), digits[9] != 0 else { return false }
    return sum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == Int(digits[8])
  }

  static func abn(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, digits[0] > 0, digits[0] * 10 + digits[1] >= 11 else { return false }
    let lowered = [digits[0] - 1] + digits.dropFirst()
    return sum(lowered, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 == 0
  }

  static func acn(_ digits: [UInt8]) -> Bool {
    digits.count == 9 && (10 - sum(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10 == Int(digits[8])
  }

  /// British Columbia personal health number.
  static func phn(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, digits[0] == 9 else { return false }
    let total = zip(digits[1...8], [2, 4, 8, 5, 10, 9, 7, 3]).reduce(0) { $0 + Int($1.0) * $1.1 % 11 }
    return (11 - total % 11) % 11 % 10 == Int(digits[9])
  }

  /// NHS and CHI numbers: weights 10 to 2, modulus 11.
  static func nhs(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10 else { return false }
    let check = 11 - sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return check != 10 && check % 11 == Int(digits[9])
  }

  /// United States routing number.
  static func aba(_ digits: [UInt8]) -> Bool {
    digits.count == 9 && sum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
  }

  /// Irish PPS: seven digits, a check letter and sometimes a second one.
  static func pps(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 8 || bytes.count == 9, bytes.prefix(7).allSatisfy(Byte.isDigit) else { return false }
    var total = zip(bytes.prefix(7), [8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    if bytes.count == 9, bytes[8] <= 0x69 { total += 9 * (Int(bytes[8]) - 0x60) }
    let letter = total % 23
    return bytes[7] == (letter == 0 ? 0x77 : UInt8(0x60 + letter))
  }

  /// ISO 7064 modulus 97: IBAN in folded letters.
  static func iban(_ bytes: [UInt8]) -> Bool {
    guard (15...34).contains(bytes.count) else { return false }
    var rest = 0
    for byte in bytes[4...] + bytes[..<4] {
      if Byte.isDigit(byte) {
        rest = (rest * 10 + Int(byte) - 0x30) % 97
      } else if byte &- 0x61 < 26 {
        rest = (rest * 100 + Int(byte) - 0x61 + 10) % 97
      } else {
        return false
      }
    }
    return rest == 1
  }

  /// GS1: bar codes and NZBN.
  static func gs1(_ digits: [UInt8]) -> Bool {
    digits.count == 13 && sum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
  }

  /// New Zealand bank accounts by Inland Revenue's specification: bank 2, branch 4, account 8 (padded), suffix 4 (padded).
  static func nzBank(bank: Int, branch: [UInt8], account: [UInt8], suffix: [UInt8]) -> Bool {
    func padded(_ digits: [UInt8], _ count: Int) -> [UInt8] {
      Array(repeating: 0, count: max(0, count - digits.count)) + digits.suffix(count)
    }
    let digits = padded(branch, 4) + padded(account, 8) + padded(suffix, 4)
    let value = padded(account, 8).reduce(0) { $0 * 10 + Int($1) }
    func total(_ weights: [Int], _ folding: (Int) -> Int = { $0 }) -> Int {
      zip(digits, weights).reduce(0) { $0 + folding(Int($1.0) * $1.1) }
    }
    /// The digits of a product added until one is left; python's reading of the same text drops nines.
    func digitSum(_ value: Int) -> Int { value < 10 ? value : digitSum(value / 10 + value % 10) }
    switch bank {
    case 8: return total([0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    case 9:
      let weights = [0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1]
      return total(weights, digitSum) % 11 == 0 || total(weights, { $0 % 9 }) % 11 == 0
    case 25, 33: return total([0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1]) % 10 == 0
    case 26, 28, 29:
      let weights = [0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1]
      return total(weights, digitSum) % 10 == 0 || total(weights, { $0 % 9 }) % 10 == 0
    case 31: return true
    case 1...7, 10...24, 27, 30, 35, 38, 88:
      return value < 990_000 ? nzBankA(digits) : nzBankB(digits)
    default: return false
    }
  }

  /// Algorithm A: branch and account, modulus 11.
  private static func nzBankA(_ digits: [UInt8]) -> Bool {
    zip(digits, [6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1]).reduce(0) { $0 + Int($1.0) * $1.1 } % 11 == 0
  }

  /// Algorithm B: account alone, modulus 11.
  private static func nzBankB(_ digits: [UInt8]) -> Bool {
    zip(digits, [0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1]).reduce(0) { $0 + Int($1.0) * $1.1 } % 11 == 0
  }
}
