import Glibc
import Moderation
import Policy

/// What the console is told of the place it runs in: what the policy's check finds of each channel, and whether the
/// terminal has more than ASCII.
enum ConsolePlace {
  /// A sentence each, by the channel's id.
  static func findings(_ policy: AgencyPolicy, on day: CivilDate) -> [String: [String]] {
    var findings: [String: [String]] = [:]
    for problem in PolicyLint.check(policy, file: "policy.toml", on: day) {
      switch problem.problem {
      case .channelLacks(let channel, _), .reviewPassed(let channel, _), .approverUnknown(let channel, _):
        findings[channel, default: []].append(problem.message)
      default: break
      }
    }
    return findings
  }

  /// Whether the locale says that the terminal has no UTF-8. One that says nothing is taken to have it.
  static var isASCII: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let pointer = getenv(name), pointer.pointee != 0 else { continue }
      let locale = String(cString: pointer).lowercased()
      return !locale.contains("utf-8") && !locale.contains("utf8")
    }
    return false
  }
}
