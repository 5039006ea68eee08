import ArgumentParser
import Desk
import Glibc
import Moderation
import Policy

/// Which desk, and whose policy: the options and surroundings that commands share.
struct DeskOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The desk's file.", valueName: "path"))
  var desk: String?

  /// `--desk`, else `$DOCKET_DESK`, else the XDG state folder.
  var path: String {
    desk ?? Environment.value("DOCKET_DESK") ?? Environment.stateFolder + "/docket/desk.sqlite"
  }

  /// Opens the desk, making it when it is not there.
  func open(_ setting: Setting) throws -> Desk {
    do {
      return try Desk(
        path: path, policy: setting.policy, version: ProgramVersion.text, by: setting.authority, clock: SystemClock.now)
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// The path, for commands that only read: there must be a desk.
  func existing() throws -> String {
    guard access(path, F_OK) == 0 else {
      throw Failure(message: "there is no desk at \(path); `docket open FEED` makes one")
    }
    return path
  }
}

/// What a run of the program knows of its place: policy, person, clock and zone.
struct Setting: Sendable {
  var policy: AgencyPolicy
  var usesShippedPolicy: Bool
  var authority: Authority

  /// Reads the policy and finds out who this is. Sets the process's time zone, so it runs before any thread is made.
  static func load() throws -> Setting {
    let path = Environment.configFolder + "/docket/policy.toml"
    let policy: AgencyPolicy
    do {
      policy = try PolicyFile.load(path: path)
    } catch {
      throw Failure(message: error.description)
    }
    setenv("TZ", policy.zone, 1)
    tzset()
    return Setting(
      policy: policy, usesShippedPolicy: access(path, F_OK) != 0,
      authority: Authority(actor: OperatingSystemUser.name, role: "owner", reference: "sole_user"))
  }
}

/// The person at the keyboard, by the real user id: an environment variable would let anybody be anybody.
enum OperatingSystemUser {
  static var name: String {
    let id = getuid()
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 4096)
    guard getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name else {
      return "uid-\(id)"
    }
    return String(cString: name)
  }
}

/// Environment variables that the contracts name, and the folders they lead to.
enum Environment {
  /// Nil when unset or empty.
  static func value(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let text = String(cString: pointer)
    return text.isEmpty ? nil : text
  }

  static var home: String { value("HOME") ?? "." }
  static var stateFolder: String { value("XDG_STATE_HOME") ?? home + "/.local/state" }
  static var configFolder: String { value("XDG_CONFIG_HOME") ?? home + "/.config" }
}

/// The time now, and civil time in the zone that `Setting.load` chose.
enum SystemClock {
  static let now: @Sendable () -> Timestamp = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  static let localTime: @Sendable (Timestamp) -> CivilTime = { moment in
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return moment.civil(offsetMinutes: Int(parts.tm_gmtoff) / 60)
  }
}
