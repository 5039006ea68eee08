import Glibc
import TOMLKit
import Themes

extension Theme {
  /// The names of the themes that come with the program.
  public static var shipped: [String] { Themes.all.map(\.name) }

  /// A shipped theme by its name, else the theme in the file at that path.
  public static func named(_ name: String) throws(ThemeError) -> Theme {
    Theme(rules: try layer(named: name, from: nil, repainted: [:], inherited: []).rules)
  }

  /// A theme from its text; `file` is what errors call it. `inherits` is looked up as `named` does.
  static func parsed(_ text: String, file: String) throws(ThemeError) -> Theme {
    Theme(rules: try ThemeReader(text: text, file: file, inherited: [file]).layer().rules)
  }

  /// - Parameter from: the theme that inherits this one, and the line that says so.
  static func layer(
    named name: String, from: (file: String, line: Int?)?, repainted: [String: ThemeColor], inherited: [String]
  ) throws(ThemeError) -> ThemeLayer {
    if inherited.contains(name) { throw .circle(from?.file ?? name, line: from?.line, name) }
    let text: String
    if let shipped = Themes.all.first(where: { $0.name == name }) {
      text = String(decoding: shipped.toml, as: UTF8.self)
    } else {
      text = try contents(of: name)
    }
    return try ThemeReader(text: text, file: name, inherited: inherited + [name]).layer(repainted: repainted)
  }

  private static func contents(of path: String) throws(ThemeError) -> String {
    guard let file = fopen(path, "rb") else { throw .notFound(path) }
    defer { fclose(file) }
    let limit = 1 << 20
    let bytes = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, count in
      count = fread(buffer.baseAddress, 1, limit + 1, file)
    }
    guard ferror(file) == 0, bytes.count <= limit, let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path)
    }
    return text
  }
}
