import Desk
import FoundationEssentials
import Moderation

/// One decision as it is written on the command line or in a line of a file.
struct DecisionLine: Decodable {
  var verb: Verb
  var item: String
  var reasons: [String]
  var rationale: String?
  var to: String?
  var until: String?

  func decision(about reference: String, on desk: Desk) throws -> Decision {
    let located = try ItemReference.locate(reference, on: desk)
    let moment = try until.map { text in
      guard let time = SystemClock.moment(text) else {
        throw Failure.usage("until \(text) is no time; write one like 2026-11-30T09:00")
      }
      return time
    }
    return Decision(
      item: located.item, revision: located.revision, verb: verb, reasons: reasons.map { ReasonCode($0) },
      escalateTo: to.map { RoleName($0) }, until: moment, rationale: rationale, automation: .command)
  }

  func answer(_ event: Event, _ reference: String) -> String {
    let role = event.escalatedTo.map { " to \($0)" } ?? ""
    let what = event.type == .proposed ? "proposed \(verb.rawValue), waits for a second person" : verb.rawValue
    return "\(event.sequence)\t\(what)\(role)\t\(event.reasons.joined(separator: " "))\t\(reference)\n"
  }
}

extension Verb: Decodable {}

/// A file of decisions: each is made as soon as its line is read, and answered once it is on the disk.
struct DecisionLines {
  var file: String
  var opened: OpenedDesk

  func run() throws {
    var number = 0
    var refused = 0
    let decoder = JSONDecoder()
    try LineReader(path: file).forEach { bytes in
      number += 1
      guard bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
      do {
        let line = try decoder.decode(DecisionLine.self, from: Data(bytes))
        let decision = try line.decision(about: line.item, on: opened.desk)
        guard let event = try opened.desk.commit([decision], by: opened.user).first else { return }
        StandardOutput.write(line.answer(event, line.item))
      } catch let error as CommitError {
        guard case .refused(let refusal) = error else { throw Failure(message: error.message) }
        refused += 1
        StandardError.write("\(file):\(number): \(refusal.message)\n")
      } catch let failure as Failure {
        refused += 1
        StandardError.write("\(file):\(number): \(failure.message)\n")
      } catch is DecodingError {
        refused += 1
        StandardError.write(
          "\(file):\(number): not a decision; write {\"verb\":\"hide\",\"item\":\"4411\",\"reasons\":[\"SPAM\"]}\n")
      }
    }
    if refused > 0 { throw Failure(message: "\(refused) decisions were not made") }
  }
}
