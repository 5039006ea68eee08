/// The one-line reason of a flag, with its quotations masked.
enum WhyText {
  /// Every stretch between double quotes becomes blocks.
  static func masked(_ why: String) -> String {
    var out = ""
    var quoted = false
    for character in why {
      if character == "\"" || character == "“" || character == "”" {
        quoted.toggle()
        out.append(character)
      } else {
        out.append(quoted && character != " " ? "▒" : character)
      }
    }
    return out
  }
}
