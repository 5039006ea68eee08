/// What is drawn for one character of a text.
public struct SafeCluster: Sendable, Equatable {
  /// Safe to write to a terminal as it is.
  public var text: String
  /// Columns: 1 or 2, more for a stand-in such as "‹RLO›".
  public var width: Int
  /// The Unicode scalars of the original text that it stands for.
  public var scalars: Range<Int>
  /// Whether something else is drawn than was written.
  public var isStandIn: Bool
  /// Whether a line ends here; where one line must do, it is drawn as "↵".
  public var isNewline: Bool
  /// Whether a line may be broken here.
  public var isSpace: Bool

  init(
    _ text: String, width: Int, scalars: Range<Int>, isStandIn: Bool = false, isNewline: Bool = false,
    isSpace: Bool = false
  ) {
    self.text = text
    self.width = width
    self.scalars = scalars
    self.isStandIn = isStandIn
    self.isNewline = isNewline
    self.isSpace = isSpace
  }
}
