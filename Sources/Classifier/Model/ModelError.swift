/// Why a file of weights could not be used.
public enum ModelError: Error, Sendable, Equatable {
  /// The program was installed without its weights.
  case missing
  case unreadable(String)
  /// Not a file of weights at all.
  case notAModel(String)
  /// Written by another version of the trainer.
  case otherVersion(String, found: Int, expected: Int)
  /// Cut short or changed since it was written.
  case damaged(String)

  /// What the person is told.
  public var message: String {
    switch self {
    case .missing: "the classifier's weights are missing beside the program; install it again"
    case .unreadable(let file): "\(file): cannot be read; name a file of weights"
    case .notAModel(let file): "\(file): not a file of weights; make one with docket-train train"
    case .otherVersion(let file, let found, let expected):
      "\(file): weights of format \(found), this program reads format \(expected); train them again"
    case .damaged(let file): "\(file): cut short or changed since it was written; install or train it again"
    }
  }
}
