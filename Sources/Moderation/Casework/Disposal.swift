/// That an item's words were destroyed: when, and under which retention class.
public struct Disposal: Sendable, Equatable {
  public var at: Timestamp
  /// The day in the agency's zone.
  public var day: String
  public var retention: String
  /// The event of the whole disposal, which holds its certificate's digest.
  public var certificate: Int64?

  /// `words destroyed on 2026-11-21, class GDA7-1`: what is shown where the words were.
  public var sentence: String { "words destroyed on \(day), class \(retention)" }

  /// From an item's history; nil while its words are there.
  public init?(_ history: [Event]) {
    guard let event = history.last(where: { $0.type == .disposed }) else { return nil }
    func detail(_ key: String) -> String? {
      event.details.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }
    at = event.at
    day = detail("day") ?? event.at.iso8601()
    retention = detail("class") ?? ""
    certificate = event.cause
  }
}

extension ItemDetail {
  /// Why there are no words any more; nil while there are.
  public var disposal: Disposal? { Disposal(history) }
}
