import GRDB
import GRDBSQLite

/// A prepared statement for the few loops that run a million times: no value is boxed and no row is copied.
///
/// Lives no longer than the transaction it was made in.
final class SQLiteStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer?
  /// SQLite makes a copy of its own.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  /// Of the values bound since the statement last ran.
  private let memory = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 8)
  private var used = 0
  private static let room = 16_384

  init(_ db: Database, _ sql: String) throws {
    connection = db.sqliteConnection
    var made: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &made, nil)
    guard code == SQLITE_OK, let made else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    handle = made
  }

  deinit {
    sqlite3_finalize(handle)
    memory.deallocate()
  }

  // MARK: Binding; parameters count from 1.

  func bind(_ index: Int32, _ value: Int64?) {
    if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
  }

  func bind(_ index: Int32, _ value: Int?) { bind(index, value.map { Int64($0) }) }

  func bind(_ index: Int32, text value: String?) {
    guard var value else {
      sqlite3_bind_null(handle, index)
      return
    }
    value.withUTF8 { bytes in
      let (start, owner) = kept(UnsafeRawBufferPointer(bytes))
      sqlite3_bind_text(handle, index, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), owner)
    }
  }

  func bind(_ index: Int32, blob value: String?) {
    guard var value else {
      sqlite3_bind_null(handle, index)
      return
    }
    value.withUTF8 { bind(index, UnsafeRawBufferPointer($0)) }
  }

  func bind(_ index: Int32, blob value: [UInt8]) { value.withUnsafeBytes { bind(index, $0) } }

  private func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    let (start, owner) = kept(bytes)
    sqlite3_bind_blob(handle, index, start, Int32(bytes.count), owner)
  }

  /// Bytes where they stay until the statement has run: a copy in the statement's own memory while there is room, which
  /// saves SQLite a copy on the heap for each value. Never a null pointer, which would bind NULL: an empty text is not that.
  private func kept(_ bytes: UnsafeRawBufferPointer) -> (UnsafeRawPointer, sqlite3_destructor_type?) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return (UnsafeRawPointer(memory), nil) }
    guard used + bytes.count <= Self.room else { return (source, Self.transient) }
    let copy = memory + used
    copy.copyMemory(from: source, byteCount: bytes.count)
    used += bytes.count
    return (UnsafeRawPointer(copy), nil)
  }

  // MARK: Running

  /// Goes to the next row. False at the end, and the statement is ready to be bound anew.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    reset()
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)))
    }
    return false
  }

  /// Runs a statement that has no rows to give.
  func run() throws { while try step() {} }

  /// Ready to be bound anew before the rows are at their end.
  func reset() {
    sqlite3_reset(handle)
    used = 0
  }

  // MARK: The row; columns count from 0.

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func isInteger(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_INTEGER }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  /// The bytes of a text or blob, until the next step; a number comes as its decimal digits.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func text(_ column: Int32) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] { Array(bytes(column)) }
}
