import Moderation

/// The turns of phrase by which a reply does what it must not, one rule each.
struct GuardPhrases: Sendable {
  var rule: ReplyRule
  /// What is wrong, and what to write.
  var why: String
  var patterns: [WordPattern]
  /// What makes the same words harmless.
  var exceptions: [WordPattern]
  /// Whether "we cannot comment on …" is the right thing to say.
  var yieldsToDeclining: Bool

  init(
    _ rule: ReplyRule, _ why: String, _ patterns: [String], except exceptions: [String] = [],
    yieldsToDeclining: Bool = true
  ) {
    self.rule = rule
    self.why = why
    self.patterns = patterns.map(WordPattern.init)
    self.exceptions = exceptions.map(WordPattern.init)
    self.yieldsToDeclining = yieldsToDeclining
  }

  static let all = [
    courts, draftLaw, thirdParty, ministers, confidential, praise, personalView, faultFinding, partisan, promise,
    liability,
  ]

  /// Whether a sentence says that something will not be talked about, or was hidden because of it.
  /// "We cannot say, but …" goes on to say it.
  static func declines(_ sentence: ReplySentence) -> Bool {
    turning.match(in: sentence) == nil && declining.contains { $0.match(in: sentence) != nil }
  }

  private static let turning = WordPattern("but|however|although|though|except")

  private static let declining = [
    "can't|cannot|couldn't|won't|don't|unable|not .. comment|discuss|speak|talk|share|disclose|release|say|give|go|answer|"
      + "confirm|provide|tell|speculate",
    "can|do|will not .. comment|discuss|speak|talk|share|disclose|release|say|give|go|answer|confirm|provide|tell|"
      + "speculate",
    "would not be right|appropriate|proper", "it's|is not right|appropriate|proper|possible for|to",
    "inappropriate to|for", "not able|allowed to", "we|i hid|removed|deleted|hide|remove .. because|while|after",
  ].map(WordPattern.init)
}

extension GuardPhrases {
  static let courts = GuardPhrases(
    .courts, "it talks about a matter before the courts; say only that the agency cannot comment on it",
    [
      "before the? court|courts|judge|tribunal|coroner|jury",
      "court|courts|judge|tribunal|coroner|jury found|finds|ruled|rules|decided|decides|held|heard|ordered|sentenced|"
        + "convicted|acquitted|dismissed|agreed|rejected|granted|awarded",
      "court|courts|judge|tribunal|coroner|jury will|should|must|is|to going? to? find|rule|decide|hear|order|sentence|"
        + "convict|acquit|dismiss|agree|reject|throw",
      "court case|hearing|proceedings|action|order|decision|ruling|battle|judgment|judgement",
      "high|district|supreme|family|youth|employment|environment|appeal =court .. case|hearing|decision|ruling|judgment",
      "the accused|defendant|defendants|plaintiff|plaintiffs|prosecution|prosecutor|verdict",
      "is|was|were|are|be|been|found|pleaded|pleads|plead not? guilty", "charged with",
      "criminal|laid|face|faces|facing "
        + "charges", "charges were|have been|are laid|filed|pressed",
      "on|stand|stands|standing|awaiting|awaits|murder|jury|fair trial", "name? suppression|suppressed", "on bail",
      "heard|tried .. court|courts|tribunal|judge",
      "case|matter|dispute|is|he's|she's|they're .. in|before court", "convicted|sentenced|acquitted of|to|for",
      "judge|magistrate|magistrates|court|tribunal fined|jailed|freed|found",
      "proceedings .. against|under|ongoing|begin|began|continue|continues",
      "judge|jury agrees|says|said|thinks|believes",
      "lawsuit|litigation|prosecute|prosecuted|prosecuting|inquest|sub-judice",
      "suing|sued|sue us|them|him|her|you|the",
      "legal|court proceedings|action|challenge|battle .. against|under|ongoing|continues|continue|will|is|are|has",
      "ongoing|current|pending legal|court proceedings|action|case|challenge", "judicial review",
    ],
    except: [
      "tennis|basketball|netball|squash|food|badminton|volleyball court|courts", "free|month|clinical|pilot trial",
      "trial of the? new", "court|tribunal fees|forms|form|hours|address|website|registry|office",
      "justices? of the peace", "apply|application|contact|phone|call|visit|file .. court|tribunal|registry",
    ])

  static let draftLaw = GuardPhrases(
    .draftLaw, "it talks about law that is not made yet; say where the public can read or have a say about it",
    [
      "draft|proposed|upcoming|planned|forthcoming|future|unpublished new? legislation|law|laws|regulation|regulations|"
        + "amendment|amendments",
      "draft|proposed|upcoming|planned|new =bill|act will|would|is|goes|cover*|say*|mean*|allow*|fix*",
      "draft|proposed bill|act", "new law|laws|legislation|regulations will|would|is|are|comes|going|coming|being|soon",
      "law|legislation|regulations|rules|act is|are going|about to|being change|changed|changing|rewritten|drafted|"
        + "amended|replaced",
      "law|legislation|act|regulations will|would change|changes|be require|allow|ban|make|let|mean|abolish|raise|lower|"
        + "changed|amended|replaced|repealed",
      "=bill .. will|would|is|has|should|goes|pass|passes|passed|before",
      "change|changing|amend|amending|rewrite|rewriting|"
        + "repeal|repealing|introduce|introducing .. law|laws|legislation|regulations",
      "change|changing|amend|amending|rewrite|rewriting|repeal|repealing the =act|bill",
      "being drafted|redrafted", "drafting .. legislation|law|laws|regulations",
      "working on .. legislation|law|laws|regulations",
      "law|legislative change|changes|reform is|are|will|coming|soon|next|planned", "draft .. legislation|regulations",
      "legislation .. pass|passes|parliament|house",
    ],
    except: [
      "submission|submissions|consultation|consult|feedback|say .. by|on|at|about|to",
      "read|find|see .. bill|legislation|"
        + "law|act .. at|on|here", "law|act|legislation requires|says|allows|lets|means|sets", "under the law|act",
    ])

  private static let relatives =
    "wife|husband|partner|ex|ex-wife|ex-husband|son|daughter|mother|father|mum|dad|brother|sister|neighbour|neighbor|"
    + "friend|child|children|boss|colleague|landlord|tenant|flatmate|aunt|uncle|cousin|grandmother|grandfather|nan|family"

  private static var possessive: String {
    relatives.split(separator: "|").flatMap { ["\($0)'s", "\($0)s'"] }.joined(separator: "|")
  }

  static let thirdParty = GuardPhrases(
    .thirdParty, "it tells of somebody else; answer without them, or privately with their consent",
    [
      possessive + " .. case|file|record|records|application|benefit|payment|payments|treatment|condition|diagnosis|"
        + "illness|medication|medicine|account|address|appointment|health|claim|debt|results|result|details|licence|"
        + "phone|house|situation|visa|fine|complaint",
      "his|her case|file|record|records|application|benefit|payments|treatment|condition|diagnosis|illness|medication|"
        + "medicine|debt|claim|health|visa|convictions|complaint",
      "we|i|staff|officer .. spoke|spoken|talked|wrote|written|visited|met with|to your|his|her " + relatives,
      "your|his|her " + relatives + " told|asked|said|called|contacted|complained|applied|owes|has|was|is",
      "he|she|they was|were|has|had|have been? dismissed|fired|sacked|suspended|disciplined|arrested|convicted|diagnosed|"
        + "admitted|hospitalised|investigated|evicted|fined",
      "staff|officer|employee|driver|nurse|worker|manager|teacher|member|person|man|woman|applicant|client|tenant|patient "
        + ".. was|has|were|is been? dismissed|fired|sacked|suspended|disciplined|arrested|convicted|diagnosed|evicted",
      "complaint|report|tip-off came|comes|was from|made your|a|the neighbour|neighbor|" + relatives,
      "complained about you|him|her|your",
      "=_'s application|benefit|file|diagnosis|treatment|medication|debts|debt|claim|visa|illness|records",
      "his|her debts|drinking|behaviour|behavior|past|family",
      "mr|mrs|ms|miss|mx _ was|has|had|is|did|owes|lives|works",
      "your|a|the neighbour|neighbor|" + relatives + " complained|reported|rang|informed",
    ],
    except: ["if|whether|when your|his|her", "would like|need to|want"])

  static let ministers = GuardPhrases(
    .ministers, "it reveals what Ministers are told or think; say only what has been published",
    [
      "we|i|officials|staff|ministry|department|agency|council .. advised|briefed|told|warned|recommended|urged|informed|"
        + "advise|brief .. minister*|cabinet|premier",
      "our|the|officials|officials' advice|briefing|briefings|recommendation|recommendations|report .. to|for the? "
        + "minister*|cabinet|premier|prime",
      "minister|ministers|cabinet|premier was|were|has|have been? advised|briefed|told|warned|asked|decided|agreed|"
        + "refused|rejected|signed",
      "cabinet paper|papers|minute|minutes|committee|discussion|submission|will|is|has|decided|agreed|discussed",
      "minister|minister's|ministers office? wants|thinks|believes|prefers|likes|asked|told|will|is decide|consider|sign|"
        + "agree|considering|deciding",
      "advice|briefing|report|paper we|officials|that .. minister*|cabinet",
      "advice|briefing|briefings|recommendation|recommendations to|for .. minister*|cabinet",
      "minister|ministers|premier asked|told|instructed|directed|ordered|wants|wanted us|me|officials|staff",
      "minister's office|view|preference|thinking|decision|opinion", "budget bid|secret",
    ],
    except: [
      "published|released|publicly|public|announced|proactively",
      "write|contact|email|e-mail|ask|call to? the? minister*",
      "minister's office .. contact|email|phone|at|on", "announced", "said .. statement|speech|parliament",
    ])

  static let confidential = GuardPhrases(
    .confidential, "it gives out what is not public; say only what has been released",
    [
      "confidential report|reports|information|document|documents|paper|papers|advice|briefing|agreement|settlement|"
        + "investigation|email|emails|data|details",
      "classified|restricted|privileged|embargoed|leaked information|document|documents|report|material|advice|email|"
        + "emails|paper|papers", "under embargo", "embargoed until",
      "draft report|paper|advice|findings .. says|shows|said|found|finds|recommends",
      "shouldn't really? be? say|saying|tell|telling|share|sharing", "off the record", "between you and me|us",
      "between ourselves", "not public|announced|released|published|official yet? .. but",
      "hasn't|haven't|isn't|not been? announced|public|released|published|official yet? .. but",
      "according to our|a|an|the? internal|confidential|leaked|secret",
      "not yet? supposed|meant|allowed to say|tell|share",
      "shouldn't|should not really? be? say|saying|tell|telling|share|"
        + "sharing", "don't|not tell anyone|anybody|others", "keep this|it to yourself|quiet",
      "internal memo|memos|email|emails|document|documents|report|review|investigation|audit|emails|advice .. says|said|"
        + "shows|showed|found|finds|recommends|recommended|states|reveals",
      "commercial|commercially in|sensitive confidence|information|terms", "in-confidence document|paper|report|that",
      "legally privileged", "before it's|they're announced", "before it|they|we is|are announced|announcing",
      "security clearance|vulnerability|"
        + "weakness|password|passwords|pin is|was|that|in",
    ],
    except: [
      "we|will|stays|stay|remain|remains|kept|keep|treat|treated|be .. confidential|confidence|confidentially",
      "your .. confidential", "forgot|forgotten|reset|change|never .. password|passwords|pin",
    ])
}
