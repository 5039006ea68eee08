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
  private static let courts = GuardPhrases(
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

  private static let draftLaw = GuardPhrases(
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
      "being drafted|redrafted", "draft .. legislation|regulations", "legislation .. pass|passes|parliament|house",
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

  private static let thirdParty = GuardPhrases(
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
    ],
    except: ["if|whether|when your|his|her", "would like|need to|want"])

  private static let ministers = GuardPhrases(
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
      "minister's office|view|preference|thinking|decision|opinion", "budget bid|secret",
    ],
    except: [
      "published|released|publicly|public|announced|proactively",
      "write|contact|email|e-mail|ask|call to? the? minister*",
      "minister's office .. contact|email|phone|at|on", "announced", "said .. statement|speech|parliament",
    ])

  private static let confidential = GuardPhrases(
    .confidential, "it gives out what is not public; say only what has been released",
    [
      "confidential report|reports|information|document|documents|paper|papers|advice|briefing|agreement|settlement|"
        + "investigation|email|emails|data|details",
      "classified|restricted|privileged|embargoed|leaked information|document|documents|report|material|advice|email|"
        + "emails|paper|papers", "under embargo", "embargoed until", "off the record", "between you and me|us",
      "between ourselves", "not public|announced|released|published|official yet? .. but",
      "not yet? supposed|meant|allowed to say|tell|share",
      "shouldn't|should not really? be? say|saying|tell|telling|share|"
        + "sharing", "don't|do not tell anyone|anybody|others", "keep this|it to yourself|quiet",
      "internal memo|memos|email|emails|document|documents|report|review|investigation|audit|emails|advice .. says|said|"
        + "shows|showed|found|finds|recommends|recommended|states|reveals",
      "commercial|commercially in|sensitive confidence|information|terms", "in-confidence document|paper|report|that",
      "legally privileged", "before it|we is|are|it's announced|announce|announcing",
      "security clearance|vulnerability|"
        + "weakness|password|passwords|pin is|was|that|in",
    ],
    except: [
      "we|will|stays|stay|remain|remains|kept|keep|treat|treated|be .. confidential|confidence|confidentially",
      "your .. confidential", "forgot|forgotten|reset|change|never .. password|passwords|pin",
    ])

  private static let praise = GuardPhrases(
    .endorsement, "it praises or recommends somebody's goods or services; describe, and leave the choice to people",
    [
      "we|i|staff|team highly|strongly|really|would|also|can? recommend|endorse|suggest .. company|companies|brand|product|"
        + "products|app|shop|store|provider|firm|contractor|plumber|electrician|builder|lawyer|cafe|restaurant|hotel|"
        + "supplier|service|insurer|bank|software|business",
      "we|i highly|strongly|thoroughly recommend|endorse",
      "best|greatest|finest|cheapest|favourite|favorite company|brand|"
        + "product|app|shop|store|provider|firm|cafe|coffee|restaurant|hotel|supplier|deal|deals|price|prices",
      "great|good|fantastic|awesome|excellent|amazing|brilliant deal|deals|product|products|company|brand|offer|offers|"
        + "business|shop|store|discount",
      "we|i love|adore|like|liked|loved their|this|that|the|your .. product|products|"
        + "company|brand|shop|store|page|campaign|cafe|app",
      "check out|try .. sale|deal|deals|offer|offers|discount|shop|store|product|products|cafe|restaurant",
      "buy|order|get "
        + "it|one|yours from|at|now|today", "proud|happy|official partner|partners|sponsor|sponsors|supporter of",
      "use code|coupon|promo", "follow|like|subscribe|share us? .. page|channel|account .. too|also|for",
    ],
    except: ["don't|do not|cannot|can't|never|not .. recommend|endorse", "recommend|suggest .. you|that you"])

  private static let personalView = GuardPhrases(
    .personalView, "it gives a person's own view as the agency's; say what the agency does or has decided",
    [
      "in my|our opinion|view|experience", "my|our personal? opinion|view|guess|feeling is", "i personally",
      "personally i", "i|we reckon|guess|suspect|doubt", "i think|believe|feel|agree|disagree|wish", "if you ask me",
      "to be honest|frank", "imo|imho|tbh", "speaking for myself|personally",
      "we|i agree|disagree with you|him|her|them|that",
      "we|i totally|completely|fully agree|disagree", "between us",
    ],
    except: [
      "i|we think|believe|feel .. you may|might|could|are .. mean|asking|looking",
      "if|do|what you think|agree|feel|believe",
      "sorry .. feel", "in our view under|of|because section",
    ])

  private static let faultFinding = GuardPhrases(
    .personalView, "it finds fault with policy or those who make it; say how to have a say about it",
    [
      "policy|policies|law|laws|rule|rules|decision|legislation|system|government|minister|council is|are|was|were a? "
        + "really|very|just|so? a? wrong|stupid|unfair|silly|broken|bad|terrible|mistake|mess|ridiculous|useless|failure|"
        + "disgrace|joke|crazy|hopeless|outdated|pointless|shambles",
      "stupid|unfair|silly|terrible|ridiculous|useless|crazy|bad policy|policies|law|laws|rule|rules|decision|legislation|"
        + "government|minister",
      "we|i don't|do not|never agree|like|support .. policy|law|rule|decision|government|minister",
      "shouldn't|should not have? be? been? .. the? decision|policy|law|rule",
    ],
    except: ["you|your .. unfair|wrong|mistake|stupid", "if|whether|why .. wrong|unfair", "mistake in"])

  private static let parties =
    "labour|labor|national|green|greens|act|conservative|conservatives|tory|tories|liberal|republican|democrat|"
    + "democrats|ndp|reform|first|māori|opportunities|coalition"

  private static let partisan = GuardPhrases(
    .partisan, "it takes a side, or seems to; say what the agency does, without parties, votes or governments past",
    [
      parties + " party|party's|government|government's|led|mp|mps|candidate|candidates|voters|politicians|coalition",
      "labour-led|national-led|conservative-led|labor-led",
      "vote|voting|voted for|against =" + parties,
      "vote|voting|voted for|against|out the|this|that? them|him|her|us|change|me|government|candidate|mp|minister|party",
      "previous|last|former|old|earlier government|governments|administration|minister|council .. left|failed|broke|caused|"
        + "neglect*|mess|wasted|ignored|underfunded|cut|did|never",
      "this|current|new|our government|administration|minister .. has|have|is|are deliver*|fix*|fail*|invest*|sav*|"
        + "clean*|destroy*|wreck*|restor*|doing",
      "thanks|grateful|credit to this|the|our government|minister|coalition|opposition|prime",
      "under this|the|that last? previous|last|former|current|new? government|administration|coalition",
      "left|right|far wing|left|right", "left-wing|right-wing|far-left|far-right|woke|lefties|socialists|fascists",
      "the opposition|coalition .. is|are|has|have|wants|want|claims|lies|wrong", "re-elect|re-elected|re-election",
    ],
    except: [
      "electoral commission|enrol|enrolled|polling|ballot|paper",
      "national library|archives|park|parks|museum|anthem|day|"
        + "service|office|standard|standards", "left|right turn|lane|side|hand",
    ])

  private static let promise = GuardPhrases(
    .promise,
    "it promises what may not come true or is not the writer's to decide; say what will be done next, and when",
    [
      "promise|promises|guarantee|guarantees|guaranteed", "i|we can? assure you",
      "will|shall definitely|certainly|surely|absolutely|always|never",
      "definitely|certainly be|get|receive|happen|fixed|"
        + "paid|approved", "never|not happen again", "make sure|certain this|it|that never|doesn't|does|won't",
      "will|shall be approved|granted|refunded|compensated|reimbursed|reinstated|waived|successful",
      "we'll|will refund|compensate|reimburse|reinstate|waive|approve|grant you|your|the|it|all",
      "you'll|will get|receive .. refund|compensation|money|payout|approval|visa|licence|benefit",
      "you will|you'll win",
    ],
    except: [
      "can't|cannot|not|no|unable .. promise|guarantee|promises|guarantees|assure",
      "whether|if|once|when|which|who .. "
        + "approved|granted|refunded|accepted|released|successful",
      "decide|consider|let|tell .. approved|granted|released",
      "will always|never ask|hide|ask", "warranty|guarantee period",
    ], yieldsToDeclining: false)

  private static let liability = GuardPhrases(
    .promise, "it admits liability, which is not for a reply to do; say sorry for what the person went through",
    [
      "we|agency|council|ministry|department accept|accepts|admit|admits .. liability|fault|responsibility|negligence|"
        + "blame|guilt", "our|council's|agency's fault|negligence|liability",
      "we|council are|were|was|is negligent|liable|"
        + "at fault|legally", "we broke|breached|violated the law|act",
    ])
}
