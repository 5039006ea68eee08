/// The three questions that tell whether there is personal information in what is to be kept (BC L90-100), and the
/// exemption for how to reach somebody at work.
public struct PrivacyWorksheet: Sendable, Equatable, Codable {
  /// Can a person be identified in an image?
  public var image: Bool
  /// Is it about a particular individual?
  public var aboutIndividual: Bool
  /// Is it somebody's opinion, of a person or as a person?
  public var opinion: Bool
  /// Is all of it how to reach somebody at their work? That is no personal information.
  public var businessContact: Bool

  public init(image: Bool, aboutIndividual: Bool, opinion: Bool, businessContact: Bool = false) {
    self.image = image
    self.aboutIndividual = aboutIndividual
    self.opinion = opinion
    self.businessContact = businessContact
  }

  public var findsPersonalInformation: Bool { !businessContact && (image || aboutIndividual || opinion) }

  public static let questions = [
    "image: can a person be identified in an image?", "about: is it about a particular individual?",
    "opinion: is it somebody's opinion?",
  ]

  /// `image=no about=yes opinion=yes business_contact=no`.
  public var text: String {
    func answer(_ yes: Bool) -> String { yes ? "yes" : "no" }
    return "image=\(answer(image)) about=\(answer(aboutIndividual)) opinion=\(answer(opinion)) "
      + "business_contact=\(answer(businessContact))"
  }

  /// From the same, in any order, with commas or blanks; nil unless each of the three questions has an answer.
  public init?(_ text: String) {
    var answers: [String: Bool] = [:]
    for pair in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let halves = pair.split(separator: "=", maxSplits: 1).map { $0.lowercased() }
      guard halves.count == 2, ["yes", "no", "y", "n"].contains(halves[1]) else { return nil }
      answers[halves[0].replacing("-", with: "_")] = halves[1].hasPrefix("y")
    }
    let known: Set = ["image", "about", "opinion", "business_contact"]
    guard answers.keys.allSatisfy(known.contains), let image = answers["image"], let about = answers["about"],
      let opinion = answers["opinion"]
    else { return nil }
    self.init(
      image: image, aboutIndividual: about, opinion: opinion, businessContact: answers["business_contact"] ?? false)
  }
}
