import Casework
import Moderation

/// What `docket clock --list` shows.
struct RegimeList {
  var asJSON: Bool

  var text: String {
    if asJSON { return Regime.all.map { Self.json($0) + "\n" }.joined() }
    let width = Regime.all.map(\.id.count).max() ?? 0
    return Regime.all.map { regime in
      let id = regime.id + String(repeating: " ", count: width - regime.id.count)
      let clocks =
        regime.clocks.map { "\($0.kind.rawValue) \($0.period.text)" }
        + (regime.extensionRule == nil ? [] : ["extension"])
      return
        "\(id)  \(regime.name)\n\(String(repeating: " ", count: width))  \(clocks.joined(separator: "; "))  (\(regime.zone))\n"
    }.joined()
  }

  private static func json(_ regime: Regime) -> String {
    var object = JSONText()
    object.add("regime", regime.id)
    object.add("name", regime.name)
    object.add("jurisdiction", regime.jurisdiction)
    object.add("subject", regime.subject.rawValue)
    object.add("zone", regime.zone)
    object.add("calendars", regime.calendars)
    object.addRaw(
      "clocks",
      JSONText.array(
        regime.clocks.map { rule in
          var clock = JSONText()
          clock.add("clock", rule.kind.rawValue)
          clock.add("period", rule.period.text)
          clock.add("section", rule.section)
          return clock.object
        }))
    object.add("extension", regime.extensionRule?.section)
    object.add("form", regime.form)
    object.add("review", regime.reviewBody)
    object.add("standing", regime.standing.rawValue)
    object.add("notes", regime.notes)
    return object.object
  }
}
