import Glibc
import Testing

@testable import Classifier

@Suite("The file of weights")
struct ModelFileTests {
  private static func key(_ word: StaticString) -> UInt64 { Hashing.word(word) }

  /// Three words, two pairs and a fact.
  static func parts(reversed: Bool = false) -> ModelParts {
    var parts = ModelParts()
    parts.words = [
      (key("weeks"), Lanes(0, 2, 0, 0, 0, 0, 0, 0)), (key("please"), Lanes(0, -1, 1, 0, 0, 0, 0, 0)),
      (key("roof"), Lanes(0, 0, 0, 3, 0, 0, 0, 0)),
    ]
    parts.pairs = [
      (FeatureWalk.pair(key("nobody"), key("rings")), Lanes(0, 1, 0, 0, 0, 0, 0, 0)),
      (FeatureWalk.pair(FeatureWalk.border, key("weeks")), Lanes(0, 0.5, 0, 0, 0, 0, 0, 0)),
    ]
    if reversed {
      parts.words.reverse()
      parts.pairs.reverse()
    }
    parts.offset = Lanes(repeating: -1)
    parts.trainingDigest = 0xABC
    parts.examples = 3
    return parts
  }

  private static func sums(_ text: String, _ model: LinearModel) -> Lanes {
    var document = Document()
    document.read(text)
    return model.sums(of: document, facts: DenseFeatures(document, Composition()), excused: [])
  }

  @Test("What is written is read back, and words and pairs add up")
  func roundTrip() throws {
    let model = try LinearModel(Self.parts().bytes())
    #expect(model.examples == 3)
    #expect(model.trainingDigest == "0000000000000abc")
    let sum = Self.sums("weeks nobody rings", model)[Lane.complaint.rawValue]
    #expect(abs(sum - 3.5 * LinearModel.weight(tokens: 3)) < 0.02)
    #expect(Self.sums("Lovely", model)[Lane.complaint.rawValue] == 0)
  }

  @Test("The order in which weights come does not change a byte")
  func sameBytes() { #expect(Self.parts().bytes() == Self.parts(reversed: true).bytes()) }

  @Test("What stands in an excused stretch counts for no abuse, and still for a complaint")
  func excused() throws {
    var parts = ModelParts()
    parts.words = [(Self.key("clown"), Lanes(4, 1, 0, 0, 0, 0, 2, 0))]
    let model = try LinearModel(parts.bytes())
    var document = Document()
    document.read("he said clown")
    let facts = DenseFeatures(document, Composition())
    let whole = model.sums(of: document, facts: facts, excused: [])
    let rest = model.sums(of: document, facts: facts, excused: [2..<3])
    #expect(whole[Lane.offensive.rawValue] > 1)
    #expect(rest[Lane.offensive.rawValue] == 0)
    #expect(rest[Lane.hate.rawValue] == 0)
    #expect(rest[Lane.complaint.rawValue] == whole[Lane.complaint.rawValue])
  }

  @Test("A word that is not known is spelt out")
  func spelt() throws {
    var parts = ModelParts()
    let word = Array("idiots".utf8)
    word.withUnsafeBufferPointer { word in
      FeatureWalk.grams(of: word) { parts.grams.append(($0, Lanes(1, 0, 0, 0, 0, 0, 0, 0))) }
    }
    let model = try LinearModel(parts.bytes())
    #expect(Self.sums("idiotz", model)[0] > 1)
    #expect(Self.sums("lovely", model)[0] == 0)
  }

  @Test("Digits count by how many they are, and hosts by being that")
  func masked() throws {
    func units(_ text: String) -> [UInt64] {
      var document = Document()
      document.read(text)
      var units: [UInt64] = []
      FeatureWalk.units(of: document) { unit, _ in units.append(unit) }
      return units
    }
    #expect(units("ring 021 555") == units("ring 027 123"))
    #expect(units("ring 021") != units("ring 0215"))
    #expect(units("see win.example now") == units("see win.com now"))
    #expect(units("for example") != units("for com"))
    #expect(units("what!") != units("what?"))
  }

  @Test(
    "A file that is no file of weights, of another format, cut short or changed is refused",
    arguments: [
      (0, ModelError.notAModel("new weights")), (1, .otherVersion("new weights", found: 9, expected: 1)),
      (2, .damaged("new weights")), (3, .damaged("new weights")), (4, .damaged("new weights")),
      (5, .notAModel("new weights")),
    ])
  func refused(damage: Int, error: ModelError) {
    var bytes = Self.parts().bytes()
    switch damage {
    case 0: bytes[0] = 0x58
    case 1: bytes[8] = 9
    case 2: bytes.removeLast()
    case 3: bytes[bytes.count - 1] ^= 1
    case 4: bytes[16] = 63
    default: bytes = []
    }
    #expect(throws: error) { _ = try LinearModel(bytes) }
  }

  @Test("A file that is not there, and a folder, are told apart from weights")
  func unreadable() {
    #expect(throws: ModelError.unreadable("/nowhere/model.bin")) { _ = try LinearModel(path: "/nowhere/model.bin") }
    #expect(throws: ModelError.unreadable("/")) { _ = try LinearModel(path: "/") }
  }

  @Test("Every error says what to do")
  func messages() {
    let errors: [ModelError] = [
      .missing, .unreadable("a"), .notAModel("a"), .otherVersion("a", found: 2, expected: 1), .damaged("a"),
    ]
    #expect(
      errors.allSatisfy {
        $0.message.contains("install") || $0.message.contains("train") || $0.message.contains("name")
      })
    #expect(LexiconError.weights(.missing).message == ModelError.missing.message)
  }

  @Test("The bundled weights are whole and no larger than twenty megabytes")
  func bundled() throws {
    let model = try LinearModel.bundled()
    #expect(model.examples > 100_000)
    #expect(model.header.fileSize <= 20 << 20)
  }
}
