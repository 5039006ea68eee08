import Glibc

/// The machine's processors.
enum Processor {
  /// How many are online; 1 where the system does not say.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
