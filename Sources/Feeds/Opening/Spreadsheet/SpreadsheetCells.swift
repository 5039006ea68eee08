import Moderation

/// Days since 1899-12-30, as spreadsheets count.
enum ExcelDate {
  static func iso(_ serial: Double) -> String {
    guard serial > 0, serial < 2_958_466 else { return "" }
    let milliseconds = Int64((serial * 86_400).rounded()) * 1000 - 2_209_161_600_000
    let civil = Timestamp(milliseconds: milliseconds).civil()
    return civil.iso8601.replacing("T", with: " ")
  }
}

/// `=HYPERLINK("https://example.nz/","label")`, which spreadsheets keep as a formula.
enum ExcelLink {
  /// The label, where a cell is such a link; else the cell.
  static func unwrapped(_ cell: String) -> String {
    guard let parts = parts(cell) else { return cell }
    return parts.count > 1 ? parts[1] : parts.first ?? cell
  }

  /// The address, where a cell is such a link.
  static func address(_ cell: String) -> String? { cell.hasPrefix("=") ? parts(cell)?.first : nil }

  private static func parts(_ cell: String) -> [String]? {
    guard cell.hasPrefix("=HYPERLINK(") else { return nil }
    let pieces = cell.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.count > 2 ? stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) } : nil
  }
}
