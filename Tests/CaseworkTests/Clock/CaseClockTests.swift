import Casework
import Moderation
import Testing

@Suite("The clocks of a case")
struct CaseClockTests {
  /// The dates of a case whose request came in on a day, with what else is known.
  private func dates(
    _ regime: String, _ received: String, _ more: (inout CaseFacts) throws -> Void = { _ in }
  ) throws -> CaseDeadlines {
    let counter = try Clocks.counter(regime)
    var facts = CaseFacts(received: try Receipt(parsing: received, zone: counter.zone))
    try more(&facts)
    return try CaseClock(counter).deadlines(facts)
  }

  private func receipt(_ day: String) throws -> Receipt { Receipt(day: try Clocks.day(day)) }

  private func notice(
    _ length: DeadlineCounter.Extra, _ notified: String, statesReviewRight: Bool = true
  ) throws -> CaseFacts.ExtensionNotice {
    CaseFacts.ExtensionNotice(length, notified: try Clocks.day(notified), statesReviewRight: statesReviewRight)
  }

  @Test("A request has its answer, its transfer and its notice of extension")
  func plain() throws {
    let dates = try dates("nz-oia", "2026-06-25")
    #expect(dates.target.due.iso8601 == "2026-07-24")
    #expect(dates.due == dates.conservative)
    #expect(dates.transfer?.due.iso8601 == "2026-07-09")
    #expect(dates.extensionNotice?.due.iso8601 == "2026-07-24")
    #expect(dates.acknowledgement == nil)
    #expect(dates.otherReading == nil)
    #expect(dates.refusals == [])
    #expect(try self.dates("au-cth-foi", "2025-05-14").acknowledgement?.due.iso8601 == "2025-05-28")
  }

  @Test("Recognising a request late moves no date", arguments: Regime.all.map(\.id))
  func recognition(_ id: String) throws {
    let before = try dates(id, "2026-06-25")
    for day in ["2026-06-25", "2026-07-14", "2027-03-01"] {
      #expect(try dates(id, "2026-06-25") { $0.recognised = try receipt(day) } == before)
    }
  }

  @Test("What was posted or noticed before it came in with an export is counted from the earlier day")
  func posted() throws {
    let dates = try dates("nz-lgoima-otago", "2026-06-25") {
      $0.posted = try receipt("2026-06-19")
      $0.noticed = try receipt("2026-06-22")
    }
    #expect(dates.target.due.iso8601 == "2026-07-20")
    #expect(dates.target.start.description == "2026-06-19")
    #expect(dates.due?.due.iso8601 == "2026-07-24")
    #expect(dates.otherReading?.due.iso8601 == "2026-07-24")
    #expect(
      dates.target.assumptions == [
        "It was posted on the agency's page on Fri 19 June 2026, before Thu 25 June 2026 when it is said to have been "
          + "received; the earlier day is counted from."
      ])
  }

  @Test("On a channel that is not designated receipt may be when it was noticed; both dates are shown")
  func undesignated() throws {
    let dates = try dates("nz-oia", "2026-06-25") {
      $0.noticed = try receipt("2026-06-30")
      $0.channelIsDesignated = false
    }
    #expect(dates.target.due.iso8601 == "2026-07-24")
    #expect(dates.otherReading?.due.iso8601 == "2026-07-29")
  }

  @Test("Under the OIA eligibility gives a second date, and the agency works to the earlier")
  func eligibility() throws {
    func due(_ eligibility: CaseFacts.Eligibility, _ regime: String = "nz-oia") throws -> [String?] {
      let dates = try dates(regime, "2026-06-25") { $0.eligibility = eligibility }
      return [dates.target.due.iso8601, dates.due?.due.iso8601]
    }
    let later = try Clocks.day("2026-07-03")
    #expect(try due(.notNeeded) == ["2026-07-24", "2026-07-24"])
    #expect(try due(.unknown) == ["2026-07-24", nil])
    #expect(try due(.asked(on: later)) == ["2026-07-24", nil])
    #expect(try due(.declined(on: later)) == ["2026-07-24", nil])
    #expect(try due(.confirmed(on: later)) == ["2026-07-24", "2026-08-03"])
    // LGOIMA has no such gate.
    #expect(try due(.unknown, "nz-lgoima") == ["2026-07-24", "2026-07-24"])
    #expect(try due(.confirmed(on: later), "nz-lgoima") == ["2026-07-24", "2026-07-24"])
    let early = try dates("nz-oia", "2026-06-25") { $0.eligibility = .confirmed(on: try Clocks.day("2026-06-01")) }
    #expect(
      early.refusals == [
        .beforeReceipt(.eligibility, on: try Clocks.day("2026-06-01"), received: try Clocks.day("2026-06-25"))
      ])
  }

  @Test("A clarified request is a new one under the OIA, unless the agency asked after seven working days")
  func clarificationRestarts() throws {
    let asked = { (day: String, answer: String?) in
      try self.dates("nz-oia", "2026-06-25") {
        $0.clarifications = [
          CaseFacts.Clarification(asked: try Clocks.day(day), answered: try answer.map { try Clocks.day($0) })
        ]
      }
    }
    // 6 July is working day 7, 7 July working day 8.
    #expect(try asked("2026-07-06", "2026-07-09").target.due.iso8601 == "2026-08-07")
    #expect(try asked("2026-07-06", "2026-07-09").target.start.description == "2026-07-09")
    #expect(try asked("2026-07-07", "2026-07-09").target.due.iso8601 == "2026-07-24")
    #expect(try asked("2026-07-06", nil).target.due.iso8601 == "2026-07-24")
    #expect(
      try asked("2026-07-07", "2026-07-09").target.assumptions == [
        "Clarification was asked for on Tue 7 July 2026, 8 working days after receipt: more than 7, a figure not "
          + "checked against the text, so the clock runs on (s 15(1AA)-(1AB))."
      ])
    #expect(try asked("2026-06-01", "2026-07-09").refusals.count == 1)
    #expect(try asked("2026-07-06", "2026-07-01").refusals.count == 1)
  }

  @Test("Waiting for clarification stops the clock of the UK GDPR for as many days as it takes")
  func clarificationPauses() throws {
    let dates = try dates("uk-gdpr", "2026-09-03") {
      $0.clarifications = [
        CaseFacts.Clarification(asked: try Clocks.day("2026-09-09"), answered: try Clocks.day("2026-09-13"))
      ]
    }
    #expect(dates.target.due.iso8601 == "2026-10-07")
    let waiting = try self.dates("uk-gdpr", "2026-09-03") {
      $0.clarifications = [CaseFacts.Clarification(asked: try Clocks.day("2026-09-09"))]
      $0.today = try Clocks.day("2026-09-13")
    }
    #expect(waiting.target.due == dates.target.due)
  }

  @Test("An extension runs on from the period's own last day, in its own units")
  func extensions() throws {
    let oia = try dates("nz-oia", "2026-06-25") { $0.extensions = [try notice(.more(10), "2026-07-24")] }
    #expect(oia.refusals == [])
    #expect(oia.target.due.iso8601 == "2026-08-07")
    #expect(oia.isExtended)
    #expect(oia.extensionNotice?.due.iso8601 == "2026-07-24")
    #expect(oia.target.derivation.first { $0.number == 20 }?.why == "day 20, the last without the extension")
    let until = try dates("nz-oia", "2026-06-25") {
      $0.extensions = [try notice(.until(Clocks.day("2026-08-14")), "2026-07-01")]
    }
    #expect(until.target.due.iso8601 == "2026-08-14")
    let toSaturday = try dates("nz-oia", "2026-06-25") {
      $0.extensions = [try notice(.until(Clocks.day("2026-08-15")), "2026-07-01")]
    }
    #expect(toSaturday.target.due.iso8601 == "2026-08-15")
    #expect(
      toSaturday.target.assumptions == [
        "The day that the extension names, Sat 15 August 2026, is not a working day (Saturday)."
      ])
    // Three months from 31 August: 30 November, a Monday.
    let gdpr = try dates("uk-gdpr", "2026-08-31") { $0.extensions = [try notice(.more(2), "2026-09-20")] }
    #expect(gdpr.target.due.iso8601 == "2026-11-30")
    // 60 days from 4 March 2026 end on Sunday 3 May: rolled once, from the end.
    let commonwealth = try dates("au-cth-foi", "2026-03-04") { $0.extensions = [try notice(.more(30), "2026-04-01")] }
    #expect(commonwealth.target.due.iso8601 == "2026-05-04")
    // 10 and 5 working days for two reasons.
    let both = try dates("au-nsw-gipa", "2026-08-03") {
      $0.extensions = [try notice(.more(10), "2026-08-10"), try notice(.more(5), "2026-08-20")]
    }
    let oneOfFifteen = try dates("au-nsw-gipa", "2026-08-03") { $0.extensions = [try notice(.more(15), "2026-08-10")] }
    #expect(both.target.due == oneOfFifteen.target.due)
    #expect(both.refusals == [])
  }

  @Test("What the law does not allow moves nothing and is refused with the section")
  func refusals() throws {
    let plain = try dates("nz-oia", "2026-06-25")
    func refused(_ regime: String = "nz-oia", _ change: (inout CaseFacts) throws -> Void) throws -> [String] {
      let dates = try dates(regime, "2026-06-25", change)
      #expect(try dates.target.due == self.dates(regime, "2026-06-25").target.due)
      return dates.refusals.map(\.message)
    }
    #expect(
      try refused { $0.extensions = [try notice(.more(10), "2026-07-27")] } == [
        "an extension notified on Mon 27 July 2026 is too late: the last day for it was Fri 24 July 2026 (s 15A)"
      ])
    #expect(
      try refused { $0.extensions = [try notice(.more(10), "2026-07-20", statesReviewRight: false)] } == [
        "the notice of extension must tell the requester of the right to complain to the Ombudsman, s 28(3) (s 15A)"
      ])
    #expect(
      try refused { $0.extensions = [try notice(.until(Clocks.day("2026-07-24")), "2026-07-20")] } == [
        "an extension to Fri 24 July 2026 is none: without it the last day is Fri 24 July 2026"
      ])
    #expect(
      try refused("uk-eir") { $0.extensions = [try notice(.more(21), "2026-07-01")] } == [
        "an extension of 21 working days is too long: at most 20 working days (reg 7)"
      ])
    #expect(
      try refused("uk-gdpr") { $0.extensions = [try notice(.until(Clocks.day("2026-09-28")), "2026-07-01")] } == [
        "an extension of 3 months is too long: at most 2 months (Art 12(3))"
      ])
    #expect(
      try refused("gb-sct-foisa") { $0.extensions = [try notice(.more(5), "2026-07-01")] } == [
        "gb-sct-foisa allows no extension"
      ])
    #expect(
      try refused { $0.pauses = [try Clocks.pause("2026-07-01", "2026-07-03")] } == [
        "nz-oia knows no pause: a clarified request is a new one instead (s 15(1AA)-(1AB))"
      ])
    #expect(
      try refused("uk-foia") { $0.pauses = [try Clocks.pause("2026-07-03", "2026-07-01")] } == [
        "a pause from 2026-07-03 to 2026-07-01 ends before it begins"
      ])
    #expect(
      try refused { $0.extensions = [try notice(.more(10), "2026-06-01")] } == [
        "the notice of extension on 2026-06-01 is earlier than the request, which came in on 2026-06-25"
      ])
    #expect(plain.refusals == [])
  }

  @Test("A second extension is refused, and the first one stands")
  func secondExtension() throws {
    let dates = try dates("nz-lgoima-wellington", "2026-06-25") {
      $0.extensions = [try notice(.more(10), "2026-07-01"), try notice(.more(10), "2026-07-20")]
    }
    #expect(dates.target.due.iso8601 == "2026-08-07")
    #expect(dates.refusals == [.secondExtension(section: "s 14")])
  }

  @Test("A second extension, where it is allowed, is notified before the first has run out")
  func extensionAfterExtension() throws {
    // 20 working days from 3 August 2026 end on 31 August, 25 on 7 September.
    func refused(_ second: String) throws -> [ClockRefusal] {
      try dates("au-nsw-gipa", "2026-08-03") {
        $0.extensions = [try notice(.more(5), "2026-08-10"), try notice(.more(5), second)]
      }.refusals
    }
    #expect(try refused("2026-09-07") == [])
    #expect(
      try refused("2026-09-08") == [
        .extensionTooLate(
          notified: Clocks.day("2026-09-08"), lastDay: Clocks.day("2026-09-07"), section: "s 57(2)")
      ])
  }

  @Test("The OIA's extension reaches the limit for transfers too; the Privacy Act's is not known to")
  func extendedTransfer() throws {
    let dates = try dates("nz-oia", "2026-06-25") {
      let until = DeadlineCounter.Extra.more(5)
      $0.extensions = [
        CaseFacts.ExtensionNotice(until, of: .transfer, notified: try Clocks.day("2026-07-09"), statesReviewRight: true)
      ]
      $0.transferred = try Clocks.day("2026-07-17")
    }
    #expect(dates.refusals == [])
    #expect(dates.transfer?.due.iso8601 == "2026-07-17")
    #expect(dates.target.due.iso8601 == "2026-07-24")
    let late = try self.dates("nz-oia", "2026-06-25") {
      $0.extensions = [
        CaseFacts.ExtensionNotice(
          .more(5), of: .transfer, notified: try Clocks.day("2026-07-13"), statesReviewRight: true)
      ]
    }
    #expect(
      late.refusals == [
        .extensionTooLate(
          notified: try Clocks.day("2026-07-13"), lastDay: try Clocks.day("2026-07-09"), section: "s 15A")
      ])
    let privacy = try self.dates("nz-privacy", "2026-06-25") {
      $0.extensions = [
        CaseFacts.ExtensionNotice(
          .more(5), of: .transfer, notified: try Clocks.day("2026-07-01"), statesReviewRight: true)
      ]
    }
    #expect(privacy.refusals == [.extensionNotAllowed(regime: "nz-privacy")])
  }

  @Test("A transfer gives the other agency its own period; a late one is refused")
  func transfer() throws {
    let inTime = try dates("nz-oia", "2026-06-25") { $0.transferred = try Clocks.day("2026-07-09") }
    #expect(inTime.transferee?.due.iso8601 == "2026-08-07")
    #expect(inTime.refusals == [])
    let late = try dates("nz-oia", "2026-06-25") { $0.transferred = try Clocks.day("2026-07-13") }
    #expect(
      late.refusals.map(\.message) == [
        "a transfer on Mon 13 July 2026 is too late: the last day for it was Thu 9 July 2026 (s 14)"
      ])
    #expect(late.transferee?.due.iso8601 == "2026-08-10")
  }

  @Test("Pauses and extensions add up")
  func together() throws {
    let dates = try dates("ca-bc-foippa", "2026-06-18") {
      $0.pauses = [try Clocks.pause("2026-06-22", "2026-06-26")]
      $0.extensions = [try notice(.more(30), "2026-07-10")]
    }
    let counter = try Clocks.counter("ca-bc-foippa")
    #expect(dates.refusals == [])
    #expect(try counter.calendar.workingDays(from: Clocks.day("2026-06-18"), to: dates.target.due.day) == 65)
  }
}
