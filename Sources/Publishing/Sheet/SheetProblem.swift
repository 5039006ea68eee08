/// Something in a sheet that could not be read back.
public struct SheetProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// As the user named it; `-` for standard input.
  public var file: String
  /// From 1: where the row begins.
  public var line: Int
  public var cause: Cause

  public init(file: String, line: Int, cause: Cause) {
    self.file = file
    self.line = line
    self.cause = cause
  }

  public enum Cause: Sendable, Equatable {
    case empty
    case columnMissing(String)
    case columnTwice(String)
    /// Fewer cells than the header needs.
    case cellMissing(String)
    /// A quote that is opened and never closed; it takes the rest of the file with it.
    case quoteOpen
    case notObject
    /// The decision's number is gone or was reformatted.
    case decisionInvalid
    case statusUnknown
    /// One decision, two answers.
    case contradiction(decision: Int64, line: Int)
  }

  /// What is wrong and what to write instead; never what a cell holds.
  public var message: String {
    switch cause {
    case .empty: "is empty; give the action sheet that was carried out"
    case .columnMissing(let name):
      "the header has no column \(name); an action sheet has decision and status, keep both"
    case .columnTwice(let name): "the header has the column \(name) twice; remove one"
    case .cellMissing(let name): "the row ends before its \(name); write it, or remove the row"
    case .quoteOpen: "a quoted cell that begins on this row is never closed; nothing after it was read"
    case .notObject: "is not a whole JSON object; write the row as it was in the sheet, with its status"
    case .decisionInvalid:
      "decision is not the number that the sheet was written with; take it from there (a spreadsheet may have changed it)"
    case .statusUnknown: "status is none of done, failed and planned"
    case .contradiction(let decision, let line):
      "decision \(decision) has another status on line \(line); neither was taken, keep one"
    }
  }

  /// `FILE:LINE: what is wrong`.
  public var description: String { "\(file):\(line): \(message)" }
}
