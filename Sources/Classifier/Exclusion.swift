import Moderation

/// Something that resembles a flag and is none, with the reason: what "why not" answers with.
public struct Exclusion: Sendable, Hashable {
  public var kind: Kind
  /// What it would have been flagged as.
  public var label: Label
  /// The folded words that decided it.
  public var quote: String
  /// First Unicode scalar of the words, and one past the last.
  public var start: Int
  public var end: Int

  /// Why something was left alone.
  public enum Kind: String, CaseIterable, Sendable {
    case selfHealth
    case group
    case nobody
    case publicFigure
    case figureOfSpeech
    case inanimate
    case conditional
    case negated
    case occupation
    case organisation
    case homograph
    case longDead
    case unidentified
    case office
    case publicNumber
    case ownDetail
    case otherNumber
    case roadFault
    case fiction
    case reported
    case counterSpeech
    case reclaimed
    case selfDeprecation
    case literal
    case untargeted
  }

  /// One sentence: `Not flagged as health: "sick of" is a figure of speech.`
  public var sentence: String { "Not flagged as \(label.rawValue): \"\(quote)\" \(kind.reason)." }
}

extension Exclusion.Kind {
  /// What the quoted words are, to follow them in a sentence.
  var reason: String {
    switch self {
    case .selfHealth: "is about the author"
    case .group: "is about a group, not one person"
    case .nobody: "is tied to no person in the comment"
    case .publicFigure: "is about a public figure or somebody in a public role"
    case .figureOfSpeech: "is a figure of speech"
    case .inanimate: "is about an animal or a thing"
    case .conditional: "is a supposition or a question to all"
    case .negated: "is denied"
    case .occupation: "is work or study, not a patient"
    case .organisation: "is part of an organisation's name"
    case .homograph: "means something else here"
    case .longDead: "is about people of long ago"
    case .unidentified: "points at nobody who can be identified"
    case .office: "belongs to an organisation"
    case .publicNumber: "is a public service's number"
    case .ownDetail: "is the agency's own"
    case .otherNumber: "is a number of another kind"
    case .roadFault: "only says where something on the road is"
    case .fiction: "is from fiction or is famous"
    case .reported: "is reported, not said"
    case .counterSpeech: "is quoted to object"
    case .reclaimed: "is what the author calls themselves"
    case .selfDeprecation: "is said of the author"
    case .literal: "is meant literally"
    case .untargeted: "is said of nobody"
    }
  }
}
