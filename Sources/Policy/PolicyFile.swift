import Crypto
import FoundationEssentials
import Moderation

/// Where a policy comes from: the file the agency keeps, or the one that ships.
public enum PolicyFile {
  /// The text of the policy that ships: a complete one for a New Zealand agency.
  public static var defaultText: String { String(decoding: PackageResources.default_toml, as: UTF8.self) }

  /// Reads the agency's policy, or the one that ships where there is no file at `path`.
  ///
  /// - Throws: `PolicyProblems` with everything that is wrong, in file order.
  public static func load(path: String) throws(PolicyProblems) -> AgencyPolicy {
    guard FileManager.default.fileExists(atPath: path) else {
      return try parse(defaultText, file: "default.toml")
    }
    return try read(path: path)
  }

  /// Reads the policy at `path`, which must be there.
  ///
  /// - Throws: `PolicyProblems` with everything that is wrong, in file order.
  public static func read(path: String) throws(PolicyProblems) -> AgencyPolicy {
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
    return try parse(text, file: path)
  }

  /// Reads a policy from its text, which the value keeps as its `source`; `file` is what messages call it.
  ///
  /// - Throws: `PolicyProblems` with everything that is wrong, in file order. Warnings are `PolicyLint.check`'s.
  public static func parse(_ text: String, file: String) throws(PolicyProblems) -> AgencyPolicy {
    let digest = SHA256.hash(data: Array(text.utf8)).reduce(into: "") { hex, byte in
      hex += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    var reader = PolicyReader(text: text, file: file)
    return try reader.read(digest: digest)
  }
}
