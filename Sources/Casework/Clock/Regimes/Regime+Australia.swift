import Moderation

extension Regime {
  /// The Commonwealth, New South Wales, Victoria, Queensland and Western Australia.
  static let australia: [Regime] = [
    Regime(
      "au-cth-foi", "Freedom of Information Act 1982 (Cth)", "AU", zone: "Australia/Sydney",
      clocks: [
        ClockRule(
          .response, .calendarDays(30, rolls: true), "s 15(5)(b); Acts Interpretation Act 1901 s 36",
          what: "the decision"),
        ClockRule(.acknowledge, .calendarDays(14, rolls: true), "s 15(5)(a)", what: "acknowledging the request"),
        ClockRule(
          .review, .calendarDays(30, rolls: true), "s 54C", what: "the decision on internal review", isChecked: false),
      ],
      extensionRule: ExtensionRule(
        most: 60, "ss 15(6), 15AA", grounds: "30 days for consulting a third party, 30 days by agreement"),
      pause: PauseRule(section: "s 31", grounds: "from the notice of a charge until it is settled"),
      form: "in writing, naming the Act, sent to the address that the agency gives: a comment is normally not one",
      reviewBody: "Information Commissioner", standing: .verified,
      notes: ["Holidays are those of the ACT; an agency that decides elsewhere uses that place's."]),
    Regime(
      "au-nsw-gipa", "Government Information (Public Access) Act 2009 (NSW)", "AU-NSW", zone: "Australia/Sydney",
      clocks: [
        ClockRule(.response, .workingDays(20), "s 57(1)", what: "the decision"),
        ClockRule(
          .acknowledge, .workingDays(5), "s 51", what: "deciding whether the application is valid, and saying so"),
        ClockRule(.review, .workingDays(15), "s 86", what: "the decision on internal review", isChecked: false),
      ],
      extensionRule: ExtensionRule(
        most: 15, "s 57(2)", grounds: "up to 10 working days for each reason, 15 in all; longer by agreement"),
      pause: PauseRule(section: "s 70", grounds: "until an advance deposit is paid"),
      form: "a formal application in writing with a fee; a comment can only be an informal request (s 8)",
      reviewBody: "Information Commissioner or NCAT", standing: .verified,
      notes: ["The Christmas closedown is declared each year and is not in the shipped table; give it with --closed."]),
    Regime(
      "au-vic-foi", "Freedom of Information Act 1982 (Vic)", "AU-VIC", zone: "Australia/Melbourne",
      clocks: [ClockRule(.response, .calendarDays(30, rolls: true), "s 21(1)(a)", what: "the decision")],
      extensionRule: ExtensionRule(
        "s 21(2)", grounds: "up to 15 days for consulting a third party; up to 30 days by agreement, repeatable"),
      form: "in writing, with a fee: a comment is not one", reviewBody: "OVIC", standing: .verified,
      notes: ["Counted from the day of a valid request."]),
    Regime(
      "au-qld-rti", "Right to Information Act 2009 (Qld)", "AU-QLD", zone: "Australia/Brisbane",
      clocks: [
        ClockRule(.response, .workingDays(25), "s 18", what: "the decision"),
        ClockRule(.review, .workingDays(20), "s 83", what: "the decision on internal review", isChecked: false),
      ],
      extensionRule: ExtensionRule(
        "ss 18, 35", grounds: "10 business days for consulting a third party; longer if the applicant agrees"),
      form: "a written application with the particulars of s 24: a comment is not one", reviewBody: "OIC Queensland",
      standing: .verified,
      notes: [
        "Counted from the day on which the application became valid.",
        "Show day is Brisbane's; the deciding unit's own district counts.",
      ]),
    Regime(
      "au-wa-foi", "Freedom of Information Act 1992 (WA)", "AU-WA", zone: "Australia/Perth",
      clocks: [ClockRule(.response, .calendarDays(45, rolls: false), "s 13(3)", what: "the decision")],
      extensionRule: ExtensionRule("s 13(4)", grounds: "by agreement, or as the Commissioner allows"),
      form: "in writing, with an Australian address and a fee: a comment is not one",
      reviewBody: "Information Commissioner of Western Australia", standing: .partly,
      notes: [
        "Whether a last day on a weekend or holiday moves (Interpretation Act 1984 s 61) is not settled; it is not moved."
      ]),
    Regime(
      "au-data-breach", "Privacy Act 1988 (Cth) Part IIIC, eligible data breach", "AU", .breach,
      zone: "Australia/Sydney", calendars: [],
      clocks: [
        ClockRule(
          .assess, .calendarDays(30, rolls: false), "s 26WH(2)",
          what: "finding out whether the breach must be notified; then notify as soon as practicable")
      ],
      form: "a suspected breach, from when the agency became aware of the grounds", reviewBody: "OAIC",
      standing: .unverified),
  ]
}
