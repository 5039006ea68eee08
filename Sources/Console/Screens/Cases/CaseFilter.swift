import Casework
import Desk
import Moderation

/// Which cases the list shows.
struct CaseFilter: Sendable, Equatable {
  var openOnly = true
  var kind: CaseKind?
  var regime: String?
  var overdueOnly = false

  var query: CaseQuery { CaseQuery(openOnly: openOnly, kinds: kind.map { [$0] }, regime: regime) }

  func passes(_ row: CaseRow) -> Bool { !overdueOnly || row.left.isOverdue }

  var isStandard: Bool { self == CaseFilter() }

  /// As it is typed: `kind:complaint regime:nz-oia is:overdue`. Empty for open cases of any kind.
  var text: String {
    var terms: [String] = []
    if let kind { terms.append("kind:\(kind.rawValue)") }
    if let regime { terms.append("regime:\(regime)") }
    if overdueOnly { terms.append("is:overdue") }
    if !openOnly { terms.append("is:any") }
    return terms.joined(separator: " ")
  }

  /// For the list's frame: `open complaints, nz-oia`.
  var title: String {
    var parts = [(openOnly ? "open" : "open and closed") + (overdueOnly ? ", overdue" : "")]
    if let kind { parts.append("only \(kind.title)") }
    if let regime { parts.append(regime) }
    return parts.joined(separator: " · ")
  }

  /// Reads what was typed, or says what is wrong with it.
  static func read(_ text: String) -> Result<CaseFilter, Problem> {
    var filter = CaseFilter()
    for term in text.split(separator: " ") {
      let parts = term.split(separator: ":", maxSplits: 1).map(String.init)
      switch (parts.first, parts.count == 2 ? parts[1] : "") {
      case ("kind", let name):
        guard let kind = CaseKind.named(name) else {
          return .failure(
            Problem("there is no such kind; write \(CaseKind.allCases.map(\.rawValue).joined(separator: ", "))"))
        }
        filter.kind = kind
      case ("regime", let name) where !name.isEmpty: filter.regime = name
      case ("is", "open"): filter.openOnly = true
      case ("is", "any"): filter.openOnly = false
      case ("is", "overdue"): filter.overdueOnly = true
      default: return .failure(Problem("write kind:complaint, regime:nz-oia, is:overdue, is:any, or nothing"))
      }
    }
    return .success(filter)
  }

  struct Problem: Error, Equatable {
    var message: String

    init(_ message: String) { self.message = message }
  }
}

extension CaseKind {
  /// The kind of a name, or of a beginning that only one has.
  fileprivate static func named(_ name: String) -> CaseKind? {
    let name = name.replacing("-", with: "_")
    if let kind = CaseKind(rawValue: name) { return kind }
    let fitting = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
