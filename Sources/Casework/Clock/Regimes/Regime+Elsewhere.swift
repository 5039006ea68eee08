import Moderation

extension Regime {
  /// Ireland, the United States and the European Union's institutions.
  static let elsewhere: [Regime] = [
    Regime(
      "ie-foi", "Freedom of Information Act 2014", "IE", zone: "Europe/Dublin",
      clocks: [
        ClockRule(.response, .workingDays(20), "s 13(1), four weeks", what: "the decision"),
        ClockRule(.acknowledge, .workingDays(10), "s 12(2), two weeks", what: "acknowledging the request"),
        ClockRule(
          .review, .workingDays(15), "s 21, three weeks", what: "the decision on internal review", isChecked: false),
      ],
      extensionRule: ExtensionRule(
        most: 20, "s 14", grounds: "a large number of records or of requests for them", statesReviewRight: true),
      form: "in writing, saying that it is under the Act (s 12)", reviewBody: "Information Commissioner",
      standing: .verified, notes: ["A week is five weekdays, public holidays left out; Good Friday counts."]),
    Regime(
      "us-foia", "Freedom of Information Act, 5 USC 552", "US", zone: "America/New_York",
      clocks: [
        ClockRule(.response, .workingDays(20), "552(a)(6)(A)(i)", what: "the determination"),
        ClockRule(.review, .workingDays(20), "552(a)(6)(A)(ii)", what: "the determination on appeal", isChecked: false),
      ],
      extensionRule: ExtensionRule(most: 10, "552(a)(6)(B)", grounds: "unusual circumstances, by written notice"),
      clarification: .pauses(section: "552(a)(6)(A)(ii)(I), once"),
      pause: PauseRule(section: "552(a)(6)(A)(ii)", grounds: "once for information, and for questions about fees"),
      form: "written, by the agency's published rules: a comment normally is not one",
      reviewBody: "the agency head, then a court",
      standing: .verified,
      notes: ["Counted from receipt by the right component; some agencies close the day at 17:00."]),
    Regime(
      "eu-1049", "Regulation (EC) No 1049/2001", "EU", zone: "Europe/Brussels",
      clocks: [
        ClockRule(.response, .workingDays(15), "Art 7(1)", what: "the answer"),
        ClockRule(
          .review, .workingDays(15), "Art 8(1)", what: "the answer to a confirmatory application", isChecked: false),
      ],
      extensionRule: ExtensionRule(
        most: 15, "Art 7(3)", grounds: "a very long document or very many", statesReviewRight: false),
      clarification: .runsOn,
      eligibility: EligibilityRule(
        section: "Art 2(1)", who: "a citizen of the Union, or anyone residing or registered in a Member State"),
      form: "any written form, precise enough (Art 6)", reviewBody: "the European Ombudsman or the General Court",
      standing: .unverified,
      notes: [
        "Counted from registration. The institutions' holidays are decided each year; the table has the usual pattern."
      ]),
    Regime(
      "eu-gdpr-breach", "GDPR, personal data breach", "EU", .breach, zone: "Europe/Brussels", calendars: [],
      clocks: [
        ClockRule(
          .notify, .hours(72), "Art 33(1)",
          what: "telling the supervisory authority, without undue delay and where feasible within this time")
      ],
      form: "a breach that is likely to be a risk to people, from when the agency became aware of it",
      reviewBody: "the supervisory authority", standing: .unverified),
  ]
}
