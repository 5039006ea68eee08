import FoundationEssentials
import Moderation
import Testing

@testable import Classifier

/// A pair of texts that differ in one thing.
struct ContrastPair: Sendable, CustomTestStringConvertible {
  var label: Label
  var with: String
  var without: String
  var difference: String
  var testDescription: String { with }

  /// The pairs beside the tests.
  static let all: [ContrastPair] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs/contrast.tsv").path
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 4, let label = Label(rawValue: cells[0]) else { return nil }
      return ContrastPair(label: label, with: cells[1], without: cells[2], difference: cells[3])
    }
  }()
}

@Suite("Contrast pairs")
struct ContrastTests {
  @Test("The list of pairs is there, and every exclusion has one")
  func complete() {
    #expect(ContrastPair.all.count >= 90)
    let told = Set(ContrastPair.all.map(\.difference))
    let needed: [Exclusion.Kind] = [
      .selfHealth, .group, .nobody, .publicFigure, .figureOfSpeech, .inanimate, .conditional, .negated, .occupation,
      .organisation, .homograph, .longDead, .unidentified, .office, .publicNumber, .otherNumber,
    ]
    for kind in needed { #expect(told.contains(kind.rawValue), "\(kind)") }
  }

  @Test("Both sides of a pair are right", arguments: ContrastPair.all)
  func pair(_ pair: ContrastPair) throws {
    #expect(try Shared.labels(pair.with).contains(pair.label), "\(pair.with)")
    #expect(try !Shared.labels(pair.without).contains(pair.label), "\(pair.without)")
  }

  @Test(
    "Each exclusion says why",
    arguments: [
      ("I have asthma and waited", Exclusion.Kind.selfHealth), ("people with dementia deserve better", .group),
      ("fluoxetine is out of stock", .nobody),
      ("The Minister had covid", .publicFigure), ("my wife is sick of your excuses", .figureOfSpeech),
      ("my dog has arthritis", .inanimate),
      ("if my mum gets cancer will she get Keytruda?", .conditional), ("my wife does not have diabetes", .negated),
      ("my sister is a nurse in the cancer ward", .occupation), ("Dad walked for Parkinsons NZ", .organisation),
      ("our hapū has lived here", .homograph),
      ("my great-great-grandmother died of influenza", .longDead), ("someone I know had shingles", .unidentified),
      ("ring 0800 611 116", .publicNumber), ("the council office is at 113 The Terrace", .office),
      ("email info@council.govt.nz", .office),
      ("invoice 49091850 is unpaid", .otherNumber), ("pothole outside 212 Main Rd", .roadFault),
      ("10 Downing Street must listen", .fiction),
    ])
  func told(text: String, kind: Exclusion.Kind) throws {
    let explanation = try Shared.loaded.get().explain(text)
    #expect(explanation.exclusions.contains { $0.kind == kind }, "\(explanation.sentences)")
  }
}
