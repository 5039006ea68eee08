/// Groups of people that classifiers are known to be unfair to, and the words that name them without offence.
enum IdentityGroup: String, CaseIterable {
  case women
  case maori = "Māori"
  case pacific = "Pacific peoples"
  case asian = "Asian peoples"
  case indian = "Indian"
  case black = "Black"
  case white = "white, Pākehā"
  case indigenous = "First Nations, Aboriginal, Traveller"
  case migrants = "migrants, refugees"
  case muslim = "Muslim"
  case jewish = "Jewish"
  case christian = "Christian"
  case gay = "gay, lesbian, bisexual"
  case trans = "trans, non-binary"
  case disabled = "disabled"
  case mentallyIll = "mentally ill"
  case old = "old people"
  case young = "young people"
  case poor = "beneficiaries, homeless"

  /// Lower case, macrons taken off; two words stand beside each other in the text.
  private var words: [String] {
    switch self {
    case .women: ["woman", "women", "girl", "girls", "female", "females", "wahine", "ladies"]
    case .maori: ["maori", "iwi", "hapu", "tangata whenua"]
    case .pacific:
      ["pasifika", "pacific islanders", "samoan", "samoans", "tongan", "tongans", "fijian", "fijians", "islanders"]
    case .asian:
      ["asian", "asians", "chinese", "korean", "koreans", "japanese", "vietnamese", "filipino", "filipinos", "thai"]
    case .indian: ["indian", "indians", "punjabi", "sikh", "sikhs", "hindu", "hindus", "pakistani", "pakistanis"]
    case .black: ["black people", "black women", "black men", "african", "africans", "somali", "somalis", "blacks"]
    case .white: ["white people", "white women", "white men", "pakeha", "whites"]
    case .indigenous:
      ["first nations", "aboriginal", "aboriginals", "indigenous", "travellers", "traveller", "roma", "inuit"]
    case .migrants:
      ["immigrant", "immigrants", "migrant", "migrants", "refugee", "refugees", "asylum", "foreigner", "foreigners"]
    case .muslim: ["muslim", "muslims", "islam", "islamic", "mosque", "mosques", "hijab"]
    case .jewish: ["jew", "jews", "jewish", "synagogue", "israeli", "israelis"]
    case .christian: ["christian", "christians", "catholic", "catholics", "church"]
    case .gay: ["gay", "gays", "lesbian", "lesbians", "bisexual", "queer", "homosexual", "homosexuals", "takatapui"]
    case .trans: ["trans", "transgender", "nonbinary", "non binary", "takatapui"]
    case .disabled:
      ["disabled", "disability", "disabilities", "wheelchair", "autistic", "autism", "deaf", "blind", "down syndrome"]
    case .mentallyIll: ["mental health", "mentally ill", "schizophrenia", "bipolar", "depressed", "depression"]
    case .old: ["elderly", "pensioner", "pensioners", "boomer", "boomers", "old people", "seniors", "kaumatua"]
    case .young: ["teenager", "teenagers", "young people", "youth", "rangatahi", "students", "kids"]
    case .poor: ["beneficiary", "beneficiaries", "homeless", "unemployed", "solo mum", "solo mums"]
    }
  }

  private static let groups: [String: [IdentityGroup]] = {
    var groups: [String: [IdentityGroup]] = [:]
    for group in allCases { for word in group.words { groups[word, default: []].append(group) } }
    return groups
  }()

  /// The groups that a text names.
  static func named(in text: String) -> Set<IdentityGroup> {
    let words = PlainWords.of(text)
    var named: Set<IdentityGroup> = []
    for (place, word) in words.enumerated() {
      named.formUnion(groups[word] ?? [])
      if place + 1 < words.count { named.formUnion(groups[word + " " + words[place + 1]] ?? []) }
    }
    return named
  }
}

/// Words for counting, nothing finer: lower case, without the macrons that are often left out.
enum PlainWords {
  static func of(_ text: String) -> [String] {
    text.lowercased().map { macrons[$0] ?? $0 }.split { !$0.isLetter && $0 != "'" }.map { String($0) }
  }

  private static let macrons: [Character: Character] = ["ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u"]
}
