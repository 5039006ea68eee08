import Foundation

/// Why the word lists could not be loaded.
public enum LexiconError: Error, Sendable, Equatable {
  /// The program was installed without its word lists.
  case folderMissing
  case fileUnreadable(String)
  /// A list named on the command line.
  case notFound(String)
  /// The learned weights beside the word lists.
  case weights(ModelError)
  /// From line 1.
  case badLine(file: String, line: Int, what: String)

  /// What the person is told.
  public var message: String {
    switch self {
    case .folderMissing: "the classifier's word lists are missing beside the program; install it again"
    case .fileUnreadable(let file): "the classifier's word list \(file) cannot be read; install the program again"
    case .notFound(let path): "\(path): cannot be read; name a word list"
    case .weights(let error): error.message
    case .badLine(let file, let line, let what): "\(file):\(line): \(what)"
    }
  }
}

/// Finds and reads the bundled word lists: the one place that knows where they are.
enum LexiconFiles {
  static func read(_ name: String) throws(LexiconError) -> [UInt8] {
    guard let folder = Bundle.module.url(forResource: "Lexicons", withExtension: nil) else {
      throw .folderMissing
    }
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { throw .fileUnreadable(name) }
    return [UInt8](data)
  }

  /// Where a bundled file lies, whether or not it is there; nil when its folder is missing.
  static func path(_ name: String, in folder: String) -> String? {
    Bundle.module.url(forResource: folder, withExtension: nil)?.appendingPathComponent(name).path
  }

  /// Reads a list that somebody is writing.
  static func read(path: String) throws(LexiconError) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .notFound(path) }
    return [UInt8](data)
  }
}
