/// What an agency may not do by its manner: praise, opine, take sides, promise.
extension GuardPhrases {
  static let praise = GuardPhrases(
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
        + "it|one|yours from|at|now|today", "we|i recommend|endorse|suggest =_ =_",
      "it|they|they're|it's are|is|the the? best|cheapest|greatest in",
      "app|product|company|shop|store|cafe|brand|restaurant is|are so|really|just|absolutely? fantastic|brilliant|awesome|"
        + "excellent|amazing|unbeatable", "should definitely|really|totally try|use|buy|visit",
      "our friends|sponsors|sponsor|partners at|from",
      "proud|happy|official partner|partners|sponsor|sponsors|supporter of",
      "use code|coupon|promo", "follow|like|subscribe|share us? .. page|channel|account .. too|also|for",
    ],
    except: ["don't|not|cannot|can't|never .. recommend|endorse", "recommend|suggest .. you|that you"])

  static let personalView = GuardPhrases(
    .personalView, "it gives a person's own view as the agency's; say what the agency does or has decided",
    [
      "in my|our opinion|view|experience", "my|our personal? opinion|view|guess|feeling is", "i personally",
      "personally i", "i|we reckon|guess|suspect|doubt", "i think|believe|feel|agree|disagree|wish", "if you ask me",
      "to be honest|frank", "imo|imho|tbh", "speaking for myself|personally",
      "we|i agree|disagree with you|him|her|them|that",
      "we|i totally|completely|fully agree|disagree", "between us", "if .. up to me|us",
      "don't|not think|believe .. fair|right|wise|sensible|good enough?", "frankly",
      "waste of money|time",
      "i don't|never agree|like|support", "i do not agree|like|support",
    ],
    except: [
      "i|we think|believe|feel .. you may|might|could|are .. mean|asking|looking",
      "if|do|what you think|agree|feel|believe",
      "sorry .. feel", "in our view under|of|because section",
    ])

  static let faultFinding = GuardPhrases(
    .personalView, "it finds fault with policy or those who make it; say how to have a say about it",
    [
      "policy|policies|law|laws|rule|rules|decision|legislation|system|government|minister|council is|are|was|were a? "
        + "really|very|just|so? a? wrong|stupid|unfair|silly|broken|bad|terrible|mistake|mess|ridiculous|useless|failure|"
        + "disgrace|joke|crazy|hopeless|outdated|pointless|shambles",
      "stupid|unfair|silly|terrible|ridiculous|useless|crazy|bad policy|policies|law|laws|rule|rules|decision|legislation|"
        + "government|minister",
      "we|i don't|never|not agree|like|support .. policy|law|rule|decision|government|minister",
      "shouldn't|should not have? be? been? .. the? decision|policy|law|rule",
    ],
    except: ["you|your .. unfair|wrong|mistake|stupid", "if|whether|why .. wrong|unfair", "mistake in"])

  private static let parties =
    "labour|labor|national|green|greens|act|conservative|conservatives|tory|tories|liberal|republican|democrat|"
    + "democrats|ndp|reform|first|māori|opportunities|coalition"

  static let partisan = GuardPhrases(
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
      "left|right|far wing|left|right", "last|previous|other lot|mob|crowd",
      "=national's|labour's|labor's|act's|greens'|tories'|liberals'|republicans'|democrats' policy|policies|plan|plans|"
        + "record|promise|promises|tax|cuts",
      "=labour|national|labor|greens|tories|conservatives|democrats|republicans did|has|have|had|wants|want|promised|"
        + "promises|voted|failed|left|says|said|would",
      "minister|government|mp|premier .. doing|did|done a? great|good|bad|poor|terrible|fantastic|awful|brilliant job",
      "the =tories|republicans|democrats|lefties",
      "under =labour|national|labor this|that|it|we|you|things|they",
      "left-wing|right-wing|far-left|far-right|woke|lefties|socialists|fascists",
      "the opposition|coalition .. is|are|has|have|wants|want|claims|lies|wrong", "re-elect|re-elected|re-election",
    ],
    except: [
      "electoral commission|enrol|enrolled|polling|ballot|paper",
      "national library|archives|park|parks|museum|anthem|day|"
        + "service|office|standard|standards", "left|right turn|lane|side|hand",
    ])

  static let promise = GuardPhrases(
    .promise,
    "it promises what may not come true or is not the writer's to decide; say what will be done next, and when",
    [
      "promise|promises|guarantee|guarantees|guaranteed", "i|we can? assure you",
      "will|shall definitely|certainly|absolutely|surely be? get|receive|paid|approved|refunded|fixed|happen|win|compensated",
      "definitely|certainly get|receive|happen|win", "never|not|won't happen again",
      "make sure|certain this|it|that never|doesn't|does|won't",
      "will|shall be approved|granted|refunded|compensated|reimbursed|reinstated|waived|successful",
      "we'll|will compensate|reinstate|waive|approve|grant you|your|the|it|all",
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

  static let liability = GuardPhrases(
    .promise, "it admits liability, which is not for a reply to do; say sorry for what the person went through",
    [
      "we|agency|council|ministry|department accept|accepts|admit|admits .. liability|fault|responsibility|negligence|"
        + "blame|guilt", "our|council's|agency's fault|negligence|liability",
      "we|council are|were|was|is negligent|liable|"
        + "at fault|legally", "we broke|breached|violated the law|act",
    ])
}
