/// Looks by name, read from a TOML file.
///
/// ```toml
/// inherits = "dark"
/// "label.health" = "ocean"
/// "list.selected" = { fg = "white", bg = "#303050", attributes = ["bold"], mono = ["reverse"] }
/// [palette]
/// ocean = "#5fafff"
/// ```
/// A palette that inherits another repaints what the inherited theme says in those names. A colour is "#rrggbb", one of the 16 ANSI names, "default" or a name of the palette. Each of the four settings that a
/// scope leaves out it takes from its parent; `mono`, used where there are no colours, is `attributes` unless given.
public struct Theme: Sendable {
  /// What one entry of the file says; nil where it is silent.
  struct Rule: Sendable, Equatable {
    var foreground: ThemeColor?
    var background: ThemeColor?
    var attributes: TextAttributes?
    var monochrome: TextAttributes?

    /// This rule, with what it leaves unsaid taken from another.
    func over(_ other: Rule) -> Rule {
      Rule(
        foreground: foreground ?? other.foreground, background: background ?? other.background,
        attributes: attributes ?? other.attributes,
        monochrome: monochrome ?? attributes ?? other.monochrome ?? other.attributes)
    }
  }

  let rules: [String: Rule]

  /// The look of a style.
  public func resolve(_ style: Style) -> ResolvedStyle {
    resolve(style, overlay: nil)
  }

  /// The look of a style with another laid over it, which adds attributes and replaces only the colours it names.
  public func resolve(_ style: Style, overlay: Style?) -> ResolvedStyle {
    let base = own(style).over(rules["text"] ?? Rule())
    let top = overlay.map(own) ?? Rule()
    return ResolvedStyle(
      foreground: top.foreground ?? base.foreground ?? .terminalDefault,
      background: top.background ?? base.background ?? .terminalDefault,
      attributes: (base.attributes ?? []).union(top.attributes ?? []),
      monochrome: (base.monochrome ?? base.attributes ?? []).union(top.monochrome ?? top.attributes ?? []))
  }

  /// What the scope and its parents say, without the root.
  private func own(_ style: Style) -> Rule {
    style.lineage.reduce(Rule()) { found, name in found.over(rules[name] ?? Rule()) }
  }
}
