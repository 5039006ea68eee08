/// How a table separates its cells and quotes within them.
struct TableDialect: Sendable, Equatable {
  var separator: UInt8
  /// Quotes inside a quoted cell are written `\"` and not `""`.
  var isBackslash = false
  /// Quotes are text like any other.
  var isUnquoted = false
}

extension TableDialect {
  /// The reading of the quotes under which fewest rows misfit the header; RFC 4180's when others are no better
  /// (FORMATS § 5.1).
  static func best(_ window: FeedWindow, _ layout: TableLayout) -> TableDialect {
    let plain = layout.dialect
    let usual = misfits(window, layout, plain)
    guard usual > 0 else { return plain }
    var backslash = plain
    backslash.isBackslash = true
    if misfits(window, layout, backslash) < usual { return backslash }
    // Tabs are rarely in a text: who separates by them often quotes nothing.
    var unquoted = plain
    unquoted.isUnquoted = true
    return plain.separator == 0x09 && misfits(window, layout, unquoted) == 0 ? unquoted : plain
  }

  private static func misfits(_ window: FeedWindow, _ layout: TableLayout, _ dialect: TableDialect) -> Int {
    var scanner = TableScanner(window, dialect, from: layout.body, isBounded: true)
    var misfits = 0
    for _ in 0..<2000 {
      switch scanner.next() {
      case .record: if scanner.cells.count != layout.width || scanner.hasStrayQuote { misfits += 1 }
      case .openQuote:
        misfits += 1
        scanner.skipLine()
      case .end: return misfits
      }
    }
    return misfits
  }
}
