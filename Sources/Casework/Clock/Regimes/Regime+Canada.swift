import Moderation

extension Regime {
  /// Canada, British Columbia and Ontario.
  static let canada: [Regime] = [
    Regime(
      "ca-atia", "Access to Information Act (Canada)", "CA", zone: "America/Toronto",
      clocks: [
        ClockRule(
          .response, .calendarDays(30, rolls: true), "s 7; Access to Information Manual 7.1.1",
          what: "the notice and access"),
        ClockRule(
          .transfer, .calendarDays(15, rolls: true), "s 8", what: "the transfer to another institution",
          isChecked: false),
      ],
      extensionRule: ExtensionRule(
        "s 9", grounds: "a large number of records, or consultations; a reasonable period", statesReviewRight: true),
      eligibility: EligibilityRule(section: "s 4", who: "a citizen, a permanent resident or anyone present in Canada"),
      form: "in writing, with a fee: a comment is not one", reviewBody: "Information Commissioner of Canada",
      standing: .partly, notes: ["The 15 days for a transfer are not checked against the text."]),
    Regime(
      "ca-bc-foippa", "Freedom of Information and Protection of Privacy Act (BC)", "CA-BC", zone: "America/Vancouver",
      clocks: [
        ClockRule(.response, .workingDays(30), "s 7(1); Schedule 1 \"day\"", what: "the answer"),
        ClockRule(.transfer, .workingDays(20), "s 11", what: "the transfer to another public body", isChecked: false),
      ],
      extensionRule: ExtensionRule(
        most: 30, "s 10", grounds: "too little detail, a large number of records, consultations",
        statesReviewRight: true),
      pause: PauseRule(section: "ss 7 and 75", grounds: "a fee estimate, or an application to the Commissioner"),
      form: "a written request with enough detail (s 5)", reviewBody: "OIPC BC", standing: .partly,
      notes: ["Saturdays, Sundays and holidays are not counted; the list of holidays is not checked against the text."]),
    Regime(
      "ca-on-fippa", "Freedom of Information and Protection of Privacy Act (Ontario), MFIPPA alike", "CA-ON",
      zone: "America/Toronto",
      clocks: [ClockRule(.response, .calendarDays(30, rolls: false), "s 26", what: "the decision")],
      extensionRule: ExtensionRule(
        "s 27", grounds: "a large number of records, or consultations", statesReviewRight: true),
      form: "in writing, with a fee: a comment is not one", reviewBody: "IPC Ontario", standing: .partly,
      notes: [
        "This is the rule before Bill 97 of 2026, which makes it 45 business days (ca-on-fippa-bill97); when it comes into "
          + "force is not known here."
      ]),
    Regime(
      "ca-on-fippa-bill97", "FIPPA (Ontario) as Bill 97 of 2026 amends it", "CA-ON", zone: "America/Toronto",
      calendars: ["ca-on-fippa"],
      clocks: [ClockRule(.response, .workingDays(45), "s 26 as amended", what: "the decision")],
      extensionRule: ExtensionRule(
        "s 27", grounds: "a large number of records, or consultations", statesReviewRight: true),
      form: "in writing, with a fee: a comment is not one", reviewBody: "IPC Ontario", standing: .unverified,
      notes: ["Whether and when the amendment is in force is not known here."]),
  ]
}
