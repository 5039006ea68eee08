/// The themes that ship with the program, as they stand in this folder.
public enum Themes {
  /// The name to ask for and the text of the file, in UTF-8.
  public static var all: [(name: String, toml: [UInt8])] {
    [("dark", PackageResources.dark_toml), ("light", PackageResources.light_toml)]
  }
}
