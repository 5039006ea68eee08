import Moderation

extension Regime {
  /// The United Kingdom and Scotland.
  static let britain: [Regime] = [
    Regime(
      "uk-foia", "Freedom of Information Act 2000", "UK", zone: "Europe/London",
      clocks: [
        ClockRule(.response, .workingDays(20), "s 10(1)", what: "the answer, promptly and on this day at the latest"),
        ClockRule(
          .review, .workingDays(20), "s 45 code of practice", what: "the outcome of the internal review",
          isChecked: false),
      ],
      extensionRule: ExtensionRule(
        "s 10(3)", grounds: "weighing the public interest; a reasonable time, by the ICO at most 20 working days more"),
      clarification: .restarts(section: "s 1(3)", askWithin: nil),
      pause: PauseRule(section: "ss 9(2), 10(2)", grounds: "from a fees notice until the fee is paid"),
      form: "in writing with a real name, an address for the answer and a description: a comment can be one (s 8)",
      reviewBody: "ICO", standing: .verified),
    Regime(
      "uk-eir", "Environmental Information Regulations 2004", "UK", zone: "Europe/London",
      clocks: [
        ClockRule(.response, .workingDays(20), "reg 5(2)", what: "the answer"),
        ClockRule(.review, .workingDays(40), "reg 11(4)", what: "the outcome of the reconsideration", isChecked: false),
      ],
      extensionRule: ExtensionRule(most: 20, "reg 7", grounds: "complex and voluminous: 40 working days in all"),
      clarification: .restarts(section: "reg 9(4)", askWithin: nil),
      form: "any form, spoken requests included", reviewBody: "ICO", standing: .verified,
      notes: ["Day 1 is the first working day after receipt, as the ICO counts."]),
    Regime(
      "uk-gdpr", "UK GDPR, right of access", "UK", .ownInformation, zone: "Europe/London",
      clocks: [
        ClockRule(
          .response, .months(1), "Art 12(3)", what: "the answer, without undue delay and on this day at the latest")
      ],
      extensionRule: ExtensionRule(
        most: 2, "Art 12(3)", grounds: "complex or numerous requests", statesReviewRight: false),
      clarification: .pauses(section: "ICO guidance on Art 12(3)"),
      pause: PauseRule(section: "Art 12(6)", grounds: "until identity is proved"),
      form: "any form, any channel", reviewBody: "ICO", standing: .verified,
      notes: ["Holidays are those of England and Wales; an agency elsewhere uses its own part's."]),
    Regime(
      "uk-gdpr-breach", "UK GDPR, personal data breach", "UK", .breach, zone: "Europe/London", calendars: [],
      clocks: [
        ClockRule(
          .notify, .hours(72), "Art 33(1)",
          what: "telling the Information Commissioner, without undue delay and where feasible within this time")
      ],
      form: "a breach that is likely to be a risk to people, from when the agency became aware of it",
      reviewBody: "ICO",
      standing: .partly),
    Regime(
      "gb-sct-foisa", "Freedom of Information (Scotland) Act 2002", "UK-SCT", zone: "Europe/London",
      clocks: [
        ClockRule(.response, .workingDays(20), "s 10(1)", what: "the answer, promptly and on this day at the latest"),
        ClockRule(
          .review, .workingDays(20), "s 21(1)", what: "the outcome of the review that was required", isChecked: false),
      ],
      clarification: .restarts(section: "ss 1(3), 10(1)(b)", askWithin: nil),
      pause: PauseRule(section: "ss 9, 10(2)", grounds: "from a fees notice until the fee is paid"),
      form: "in a permanent form, with name and address (s 8)", reviewBody: "Scottish Information Commissioner",
      standing: .verified),
  ]
}
