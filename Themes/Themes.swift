/// The themes that ship with the program, as they stand in this folder.
public enum Themes {
  /// The name to ask for and the text of the file, in UTF-8.
  public static var all: [(name: String, toml: [UInt8])] {
    [
      ("dark", PackageResources.dark_toml), ("light", PackageResources.light_toml),
      ("high-contrast", PackageResources.high_contrast_toml),
      ("high-contrast-light", PackageResources.high_contrast_light_toml),
      ("colour-blind", PackageResources.colour_blind_toml), ("ansi", PackageResources.ansi_toml),
      ("mono", PackageResources.mono_toml),
    ]
  }
}
