import Moderation
import Testing

@testable import Classifier

@Suite("Numbers of people")
struct IdentifierTests {
  private static func rules(_ text: String) throws -> [String] {
    try Shared.loaded.get().explain(text).evidence.filter { $0.label == .personal && $0.isShown }.map(\.rule)
  }

  @Test(
    "A number with its cue has its own type",
    arguments: [
      ("my NHI is ZAC5361", "nz.nhi"), ("my nhi is zbe4905", "nz.nhi"), ("my IRD number is 49-091-850", "nz.ird"),
      ("ird 136410132", "nz.ird"),
      ("my account is 01-0242-0100194-00", "nz.bank"), ("my driver licence is DJ456789", "licence"),
      ("my passport is LA123456", "passport"),
      ("his rego is KZT917", "plate"), ("my TFN is 876 543 210", "au.tfn"),
      ("my medicare card is 2123 45670 1", "au.medicare"),
      ("my IHI is 8003 6081 6669 0503", "au.ihi"), ("CRN 230 261 526T", "au.crn"), ("my SIN is 130 692 544", "ca.sin"),
      ("my PHN is 9698 658 215", "ca.phn"), ("my health card is 1234-567-897", "ca.ohip"),
      ("my NHS number is 943 476 5919", "uk.nhs"),
      ("my CHI is 0211165794", "uk.chi"), ("AB 12 34 56 C", "uk.nino"), ("08-99-99 66374958", "uk.bank"),
      ("sort code 10-79-99 account 88837491", "uk.bank"),
      ("my licence is MORGA657054SM9IJ", "uk.licence"), ("red Fiesta WV19 KRO", "uk.plate"), ("536-90-4399", "us.ssn"),
      ("912-90-3456", "us.itin"),
      ("1EG4-TE5-MK73", "us.mbi"), ("routing number 111000025", "us.routing"), ("my PPS is 6433435F", "ie.pps"),
      ("IE29 AIBK 9311 5212 3456 78", "iban"), ("4111 1111 1111 1111", "card"), ("3782 822463 10005", "card"),
      ("00:00:5E:00:53:01", "network"), ("192.0.2.1", "network"), ("-41.2784, 174.7767", "coordinates"),
      ("dob 12/03/1987", "birthdate"),
      ("born on March 4, 1990", "birthdate"), ("mere_99@example.com", "email"), ("+679 330 0000", "phone"),
      ("(02) 5550 0000", "phone"),
      ("ring me on 085 012 3456", "phone"), ("250-555-0100", "phone"), ("07700 900123", "phone"),
    ])
  func typed(text: String, rule: String) throws {
    let rules = try Self.rules(text)
    #expect(rules.contains { $0.contains(rule) }, "\(text): \(rules)")
  }

  @Test(
    "A shape without its cue, a failed check or a counter-cue is no number of a person",
    arguments: [
      "seen 136410132 of them", "order 49-091-850", "tracking 4111 1111 1111 1112", "flight ABC1234", "000-12-3456",
      "BG123612A", "GB82 WEST 1234 5698 7654 33",
      "FF:FF:FF:FF:FF:FF", "version 1.2.3.4", "192.168.0.1", "section LA123456", "born in Timaru", "posted 12/03/2024",
      "123456789", "0000 0000 0000 0000",
      "our NZBN is 9429050294954", "ABN 51 824 753 556", "the 2024-25 plan", "rates up 12.5% to $3,456,789",
      "donate to the trust at 01-0242-0100194-00",
    ])
  func untyped(text: String) throws {
    let rules = try Self.rules(text)
    #expect(rules == [], "\(text)")
  }

  @Test(
    "Public services' numbers are never anybody's",
    arguments: [
      "ring 111", "0800 611 116", "0508 828 865", "13 11 14", "1300 22 4636", "1800 55 1800", "116 123",
      "0300 123 4567", "0345 601 0000", "+64 800 611 116",
      "1-800-273-8255", "call 888-555-0100", "1800 247 247", "text 1737",
    ])
  func publicNumbers(text: String) throws {
    #expect(try !Shared.labels("call \(text) for help").contains(.personal), "\(text)")
  }

  @Test(
    "Disguises do not hide a number",
    arguments: [
      "my cell is O21 555 0134", "my cell is oh two one five five five oh one three four",
      "ring me zero two one, triple five, zero one seven seven",
      "my number is 0 2 1 5 5 5 0 1 3 4", "ring me ０２１ ５５５ ０１３４", "ring me 021 😀 555 😀 0134", "ring me 021.555.0134",
      "txt me 021\u{200B}5550134",
      "b.tuffery.44 at gmail dot com", "f_tagaloa(at)protonmail(dot)com",
    ])
  func disguised(text: String) throws { #expect(try Shared.labels(text).contains(.personal), "\(text)") }
}
