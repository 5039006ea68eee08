import Casework

extension Setting {
  /// The agency's holidays: the table that its policy names, a relative path being beside the policy file, else the one
  /// that ships.
  func holidays() throws -> HolidayTable {
    do {
      guard let named = policy.casework.holidays else { return try HolidayTable.shipped() }
      return try HolidayTable.load(path: named.hasPrefix("/") ? named : Environment.configFolder + "/docket/" + named)
    } catch {
      throw Failure(message: error.message)
    }
  }
}
