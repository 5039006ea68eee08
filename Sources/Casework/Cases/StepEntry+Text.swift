import Moderation

extension StepEntry {
  /// A step from what was typed: its name, and `key=value` for each field. A key that comes again is another text.
  ///
  /// - Parameter moment: how a time is read in the agency's zone.
  public static func read(
    _ name: String, _ pairs: [String], in kind: CaseKind, moment: (String) -> Timestamp?
  ) -> Result<StepEntry, CaseRefusal> {
    let steps = CaseStep.steps(of: kind)
    guard let step = CaseStep(rawValue: name.replacing("-", with: "_")), steps.contains(step) else {
      return .failure(.stepUnknown(name, among: steps.map(\.rawValue)))
    }
    let fields = step.fields(in: kind)
    var entry = StepEntry(step)
    for pair in pairs {
      let key = String(pair.prefix { $0 != "=" })
      guard let field = fields.first(where: { $0.name.rawValue == key.replacing("-", with: "_") }), pair.contains("=")
      else {
        return .failure(.fieldUnknown(step, safe(key), among: fields.map(\.name.rawValue)))
      }
      let text = String(pair.dropFirst(key.count + 1))
      guard let value = value(text, field.kind, moment) else { return .failure(.valueUnreadable(field, given: text)) }
      if case .texts(let earlier)? = entry.values[field.name] {
        entry.values[field.name] = .texts(earlier + [text])
      } else {
        entry.values[field.name] = value
      }
    }
    return .success(entry)
  }

  private static func value(_ text: String, _ kind: StepField.Kind, _ moment: (String) -> Timestamp?) -> StepValue? {
    switch kind {
    case .day: return CivilDate(text).map { .day($0) }
    case .moment: return moment(text).map { .moment($0) }
    case .words: return .words(text)
    case .texts: return .texts([text])
    case .choice(let words):
      let word = text.lowercased().replacing("-", with: "_")
      return words.contains(word) ? .word(word) : nil
    case .id: return text.isEmpty ? nil : .word(text)
    case .number: return Int(text).flatMap { $0 > 0 ? .number($0) : nil }
    case .yesOrNo:
      switch text.lowercased() {
      case "yes", "y", "true": return .yesOrNo(true)
      case "no", "n", "false": return .yesOrNo(false)
      default: return nil
      }
    case .codes:
      let joined = text.replacing("section ", with: "s").replacing("s ", with: "s")
      let codes = joined.split { $0 == "," || $0 == " " }.map(String.init)
      return codes.isEmpty ? nil : .codes(codes)
    }
  }

  /// What was typed might be anything; of it only what looks like a key is said again.
  private static func safe(_ key: String) -> String {
    key.count <= 40 && key.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-") } ? key : "such field"
  }
}
