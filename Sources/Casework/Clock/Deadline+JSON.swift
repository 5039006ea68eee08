import Moderation

extension Deadline {
  /// One compact object: what `docket clock --json` prints, and what an export holds.
  public var json: String {
    var object = JSONText()
    object.add("regime", regime)
    object.add("received", received)
    object.add("clock", clock.rawValue)
    object.add("due", due.iso8601)
    object.add("start", start.description)
    object.addRaw(
      "derivation",
      JSONText.array(
        derivation.map { day in
          var entry = JSONText()
          entry.add("date", day.date.description)
          entry.add("counted", day.counted)
          entry.add("number", day.number)
          entry.add("why", day.why)
          return entry.object
        }))
    object.add("assumptions", assumptions)
    object.add("holidays", holidaysVersion)
    return object.object
  }
}
