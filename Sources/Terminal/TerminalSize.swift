/// How many cells the terminal, or a canvas, has.
public struct TerminalSize: Sendable, Equatable {
  public var columns: Int
  public var rows: Int

  /// Negative numbers count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
