import Crypto
import FoundationEssentials
import Moderation

/// Where a policy comes from: the file the agency keeps, or the one that ships.
public enum PolicyFile {
  /// The text of the policy that ships: a complete one for a New Zealand agency.
  public static var defaultText: String { String(decoding: PackageResources.default_toml, as: UTF8.self) }

  /// The policies that ship, by the names that others extend them by: complete for New Zealand, and what differs elsewhere.
  public static let shippedNames = ["nz", "bc", "nsw", "uk"]

  /// The text of a policy that ships; nil for any other name.
  public static func shippedText(_ name: String) -> String? {
    let bytes: [UInt8]
    switch name {
    case "nz": return defaultText
    case "bc": bytes = PackageResources.bc_toml
    case "nsw": bytes = PackageResources.nsw_toml
    case "uk": bytes = PackageResources.uk_toml
    default: return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads the agency's policy, or the one that ships where there is no file at `path`.
  ///
  /// - Throws: `PolicyProblems` with everything that is wrong, in file order.
  public static func load(path: String) throws(PolicyProblems) -> AgencyPolicy {
    guard FileManager.default.fileExists(atPath: path) else {
      return try parse(defaultText, file: "default.toml")
    }
    return try read(path: path)
  }

  /// Reads the policy at `path`, or the one that ships under that name where there is no such file.
  ///
  /// - Throws: `PolicyProblems` with everything that is wrong, in file order.
  public static func read(path: String) throws(PolicyProblems) -> AgencyPolicy {
    if let shipped = shippedText(path), !FileManager.default.fileExists(atPath: path) {
      return try parse(shipped, file: "\(path) (shipped)")
    }
    return try parse(try text(at: path), file: path)
  }

  /// A file's text as it is.
  private static func text(at path: String) throws(PolicyProblems) -> String {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PolicyProblems([PolicyProblem(file: path, line: nil, problem: .unreadable("there is no such file"))])
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw PolicyProblems([PolicyProblem(file: path, line: nil, problem: .unreadable("permission or disk"))])
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw PolicyProblems([PolicyProblem(file: path, line: nil, problem: .unreadable("it is not UTF-8"))])
    }
    return text
  }

  /// Reads a policy from its text, which the value keeps as its `source`; `file` is what messages call it, and where it
  /// lies if it extends a file beside it. What it extends is worked in, and the source is then the whole.
  ///
  /// - Throws: `PolicyProblems` with everything that is wrong, in file order. Warnings are `PolicyLint.check`'s.
  public static func parse(_ text: String, file: String) throws(PolicyProblems) -> AgencyPolicy {
    let whole = try PolicyExtension.resolved(text, file: file, read: Self.text)
    let digest = SHA256.hash(data: Array(whole.utf8)).reduce(into: "") { hex, byte in
      hex += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    var reader = PolicyReader(text: whole, file: file)
    do throws(PolicyProblems) {
      return try reader.read(digest: digest)
    } catch {
      let origins = PolicyOrigins(whole)
      throw PolicyProblems(error.problems.map(origins.located))
    }
  }
}
