import Moderation

extension Regime {
  /// The Acts of New Zealand: official information (OIA, LGOIMA), own information, breaches, notices about content.
  static let newZealand: [Regime] =
    [officialInformationAct, localGovernment(region: nil)]
    + Region.all.map { localGovernment(region: $0) }
    + [privacyAct, privacyBreach, harmfulCommunications, complaint, protectedDisclosures]

  private static let officialInformationAct = Regime(
    "nz-oia", "Official Information Act 1982", "NZ", zone: "Pacific/Auckland",
    clocks: [
      ClockRule(
        .response, .workingDays(20), "s 15(1)",
        what: "the decision, as soon as reasonably practicable and on this day at the latest"),
      ClockRule(.transfer, .workingDays(10), "s 14", what: "the transfer to another agency, promptly"),
    ],
    extensionRule: ExtensionRule(
      "s 15A", grounds: "a large quantity or search, or consultations that cannot be done in time; once",
      statesReviewRight: true, isOnce: true, reachesTransfer: true),
    clarification: .restarts(section: "s 15(1AA)-(1AB)", askWithin: 7),
    eligibility: EligibilityRule(
      section: "s 12(1)", who: "a citizen, a permanent resident, a person in New Zealand or a body corporate there",
      startsClock: "Auditor-General 4.17"),
    form: "any form, any channel; the Act need not be named", reviewBody: "Ombudsman, s 28(3)", standing: .verified)

  private static func localGovernment(region: Region?) -> Regime {
    Regime(
      "nz-lgoima" + (region.map { "-" + $0.id } ?? ""),
      "Local Government Official Information and Meetings Act 1987" + (region.map { ", " + $0.name } ?? ""), "NZ",
      zone: region?.zone ?? "Pacific/Auckland",
      calendars: ["nz-lgoima"] + (region.map { ["nz-lgoima-" + $0.id] } ?? []),
      clocks: [
        ClockRule(
          .response, .workingDays(20), "s 13(1)",
          what: "the decision, as soon as reasonably practicable and on this day at the latest"),
        ClockRule(.transfer, .workingDays(10), "s 12", what: "the transfer to another agency, promptly"),
      ],
      extensionRule: ExtensionRule(
        "s 14", grounds: "a large quantity or search, or consultations that cannot be done in time; once",
        statesReviewRight: true, isOnce: true, reachesTransfer: true),
      clarification: .restarts(section: "s 13(7)-(8)", askWithin: 7),
      form: "any form, any channel", reviewBody: "Ombudsman, s 27", standing: .verified,
      notes: region == nil
        ? [
          "No region is named, so no anniversary day is left out: in a region with one in the count the last day is later."
        ]
        : [])
  }

  /// An area with an anniversary day of its own, which LGOIMA s 2(1) does not count.
  private struct Region {
    var id: String
    var name: String
    var zone: String

    init(_ id: String, _ name: String, zone: String = "Pacific/Auckland") {
      self.id = id
      self.name = name
      self.zone = zone
    }

    static let all = [
      Region("northland", "Northland"), Region("auckland", "Auckland"), Region("taranaki", "Taranaki"),
      Region("hawkes-bay", "Hawke's Bay"), Region("wellington", "Wellington"), Region("marlborough", "Marlborough"),
      Region("nelson", "Nelson"), Region("canterbury", "Canterbury"),
      Region("south-canterbury", "South Canterbury"), Region("westland", "Westland"), Region("otago", "Otago"),
      Region("southland", "Southland"), Region("chatham", "Chatham Islands", zone: "Pacific/Chatham"),
    ]
  }

  private static let privacyAct = Regime(
    "nz-privacy", "Privacy Act 2020, access and correction (IPP 6 and 7)", "NZ", .ownInformation,
    zone: "Pacific/Auckland",
    clocks: [
      ClockRule(
        .response, .workingDays(20), "s 44",
        what: "the decision, as soon as reasonably practicable and on this day at the latest"),
      ClockRule(.transfer, .workingDays(10), "s 43", what: "the transfer to another agency, promptly"),
    ],
    extensionRule: ExtensionRule(
      "s 48", grounds: "a large quantity or search, or consultations", statesReviewRight: true, isOnce: true),
    form: "any form; the Act need not be named", reviewBody: "Privacy Commissioner", standing: .partly,
    notes: ["The Act's working days are taken to be those of the Official Information Act."])

  private static let privacyBreach = Regime(
    "nz-privacy-breach", "Privacy Act 2020, notifiable privacy breach", "NZ", .breach, zone: "Pacific/Auckland",
    calendars: [],
    clocks: [
      ClockRule(
        .notify, .hours(72), "ss 114-115",
        what: "telling the Privacy Commissioner, and the people affected, as soon as practicable")
    ],
    form: "a breach that has caused or is likely to cause serious harm, from when the agency became aware of it",
    reviewBody: "Privacy Commissioner", standing: .verified,
    notes: [
      "The Act says as soon as practicable; 72 hours is what the Privacy Commissioner expects, not a grace period."
    ])

  private static let harmfulCommunications = Regime(
    "nz-hdca", "Harmful Digital Communications Act 2015, notice of complaint", "NZ", .harmfulContent,
    zone: "Pacific/Auckland", calendars: [],
    clocks: [
      ClockRule(
        .passOn, .hours(48), "s 24",
        what: "a copy of the notice to the author, the complainant's details hidden unless they agreed"),
      ClockRule(.takeDown, .hours(48), "s 24", what: "taking the content down where the author cannot be reached"),
      ClockRule(.counterNotice, .hours(48), "s 24", what: "the author's counter-notice, from when the author was told"),
    ],
    form: "a notice of complaint with what s 24 asks for", reviewBody: "Netsafe, as the approved agency",
    standing: .verified,
    notes: ["Whether an agency is the online content host of its page is for its lawyers."])

  private static let complaint = Regime(
    "nz-complaint", "Complaint about the agency's use of social media", "NZ", .complaint, zone: "Pacific/Auckland",
    calendars: ["nz-public"],
    clocks: [
      ClockRule(
        .acknowledge, .workingDays(0), "DPMC social media policy",
        what: "acknowledging the complaint; a serious one also goes to the executive as soon as possible")
    ],
    form: "any form, any channel", reviewBody: "Ombudsman", standing: .verified,
    notes: ["The policy says immediately; the same working day is docket's default."])

  private static let protectedDisclosures = Regime(
    "nz-protected-disclosure", "Protected Disclosures (Protection of Whistleblowers) Act 2022", "NZ", .disclosure,
    zone: "Pacific/Auckland", calendars: ["nz-public"],
    clocks: [
      ClockRule(.response, .workingDays(20), "s 13", what: "acknowledging, considering and dealing with the disclosure")
    ],
    form: "a disclosure of serious wrongdoing; keep who made it confidential", reviewBody: "Ombudsman",
    standing: .unverified, notes: ["Working days are taken to be all but weekends and public holidays."])
}
