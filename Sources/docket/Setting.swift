import ArgumentParser
import Console
import Desk
import Glibc
import Moderation
import Policy

/// Which desk: the option that commands share.
struct DeskOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The desk's file.", valueName: "path"))
  var desk: String?

  /// `--desk`, else `$DOCKET_DESK`, else the XDG state folder.
  var path: String {
    desk ?? Environment.value("DOCKET_DESK") ?? Environment.stateFolder + "/docket/desk.sqlite"
  }

  /// Opens the desk, making it when it is not there.
  func open() throws -> OpenedDesk { try OpenedDesk(path: path) }

  /// Opens a desk that is there.
  func openExisting() throws -> OpenedDesk { try OpenedDesk(path: try existing()) }

  /// The path, for commands that only read: there must be a desk.
  func existing() throws -> String {
    guard access(path, F_OK) == 0 else {
      guard errno == ENOENT else { throw Failure(message: "cannot open \(path): \(String(cString: strerror(errno)))") }
      throw Failure(message: "there is no desk at \(path); `docket open FEED` makes one")
    }
    return path
  }
}

/// A desk with the policy that governs it and the person at the keyboard.
struct OpenedDesk: Sendable {
  var desk: Desk
  var setting: Setting
  var user: UserName { setting.user }

  init(path: String) throws {
    setting = try Setting.load(desk: path)
    var surroundings = Setting.surroundings
    surroundings.holidays = try setting.holidays()
    do {
      desk = try Desk(path: path, policy: setting.policy, by: setting.user, surroundings: surroundings)
      // An escalation that nobody acknowledged lapses whatever is opened first, a command or a console.
      try desk.runTimers()
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// Runs what the desk may refuse or fail, and says so as every command does.
  static func reporting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as CommitError {
      throw Failure(message: error.message)
    } catch let error as DeskError {
      throw Failure(message: error.message)
    } catch let error as SealError {
      throw Failure(message: error.message)
    }
  }
}

/// What a run of the program knows of its place: policy, person, clock and zone.
struct Setting: Sendable {
  /// The policy in force.
  var policy: AgencyPolicy
  var origin: PolicyOrigin
  var user: UserName

  static var policyPath: String { Environment.configFolder + "/docket/policy.toml" }

  static var surroundings: DeskSurroundings {
    DeskSurroundings(
      version: ProgramVersion.text, host: OperatingSystemUser.host, clock: SystemClock.now,
      localTime: SystemClock.localTime)
  }

  /// Works out the policy for a desk, and who this is. A policy that names people governs its desk until one of them adopts
  /// another; elsewhere the agency's file does, or the policy that ships. Sets the process's time zone, so it runs before
  /// any thread is made.
  static func load(desk path: String? = nil) throws -> Setting {
    do {
      let adopted = try path.flatMap { path throws(DeskError) in try Desk.adoptedPolicy(path: path) }
      let hasFile = access(policyPath, F_OK) == 0
      let policy: AgencyPolicy
      let origin: PolicyOrigin
      if let adopted, adopted.namesPeople {
        policy = try PolicyFile.parse(adopted.text, file: "the adopted policy")
        // A file that extends another says what it says only once that is worked in; one that is broken waits too.
        origin = .desk(fileWaits: hasFile && (try? PolicyFile.read(path: policyPath).digest) != adopted.digest)
      } else {
        policy = try PolicyFile.load(path: policyPath)
        origin = hasFile ? .agencyFile : .shipped
      }
      useZone(policy.zone)
      return Setting(policy: policy, origin: origin, user: OperatingSystemUser.name)
    } catch let error as PolicyProblems {
      throw Failure(message: error.description)
    } catch let error as DeskError {
      throw Failure(message: error.message)
    }
  }

  static func useZone(_ zone: String) {
    setenv("TZ", zone, 1)
    tzset()
  }
}

/// The person at the keyboard, by the real user id: an environment variable would let anybody be anybody.
enum OperatingSystemUser {
  static var name: UserName {
    let id = getuid()
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 4096)
    guard getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name else {
      return UserName("uid-\(id)")
    }
    return UserName(String(cString: name))
  }

  /// The machine, by a digest of its id or name: the log says where, and nobody learns what it is called.
  static var host: String? {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(ContentDigest.sha256(Array(text.utf8)).prefix(16))
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

  /// From `2026-11-30T09:00` or `2026-11-30 09:00` in the zone that `Setting.load` chose; nil for anything else.
  static func moment(_ text: String) -> Timestamp? {
    let halves = text.split { $0 == "T" || $0 == " " }
    let clock = halves.last?.split(separator: ":").compactMap { Int($0) } ?? []
    guard halves.count == 2, let date = CivilDate(halves[0]), clock.count == 2,
      CivilTime(year: date.year, month: date.month, day: date.day, hour: clock[0], minute: clock[1]) != nil
    else { return nil }
    var parts = tm()
    parts.tm_year = Int32(date.year - 1900)
    parts.tm_mon = Int32(date.month - 1)
    parts.tm_mday = Int32(date.day)
    parts.tm_hour = Int32(clock[0])
    parts.tm_min = Int32(clock[1])
    parts.tm_isdst = -1
    return Timestamp(seconds: Int64(mktime(&parts)))
  }

  static let localTime: @Sendable (Timestamp) -> CivilTime = { moment in
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return moment.civil(offsetMinutes: Int(parts.tm_gmtoff) / 60)
  }
}
