/// Words that the rules ask for by themselves.
enum Word {
  static let i = Hashing.word("i")
  static let your = Hashing.word("your")
  static let ur = Hashing.word("ur")
  static let ya = Hashing.word("ya")
  static let te = Hashing.word("te")
  static let nga = Hashing.word("nga")
  static let moko = Hashing.word("moko")
  static let hapu = Hashing.word("hapu")
  static let and = Hashing.word("and")
  static let ward = Hashing.word("ward")
  static let no = Hashing.word("no")

  static let tattoo = set(["kauae", "tattoo", "tattoos", "ta", "kanohi", "artist"])
  static let the = set(["the", "that", "this", "te", "an", "a", "poor", "some"])
  static let definite = set(["the", "that", "this", "te"])
  static let bareKinPlurals = set([
    "mums", "dads", "nans", "hubbys", "grandads", "grandmas", "pops", "uncs", "moms", "koros", "nanas", "nannas",
    "grans", "grandpas", "mams", "wifes", "hubbies", "kuias",
  ])
  static let afterPlural = set([
    "who", "should", "are", "have", "with", "need", "and", "get", "do", "want", "were", "can", "of", "that", "out",
  ])
  static let definiteKin = set([
    "wife", "missus", "husband", "hubby", "hubs", "ex", "eldest", "youngest", "boyfriend", "girlfriend", "mrs",
    "neighbour", "neighbor", "partner", "mother", "father", "gf", "bf", "grandson", "granddaughter", "nephew", "niece",
    "daughter", "son", "mum", "dad", "nan", "brother", "sister", "bairn", "bub", "moko", "wean", "wain", "cousin",
    "stepson", "mother-in-law", "fiance", "fiancee", "toddler",
  ])
  /// "she's mum", "that's dad": a clitic, not an owner.
  static let clitics = set([
    "it", "that", "there", "here", "what", "who", "he", "she", "how", "where", "when", "let", "this", "everyone",
    "nobody", "someone", "today", "tomorrow", "yesterday",
  ])
  /// What may stand between "my" and a relation.
  static let modifiers = set([
    "old", "poor", "late", "dear", "little", "big", "wee", "lovely", "own", "best", "ex", "elderly", "disabled", "then",
    "former", "younger", "older", "eldest", "youngest", "new", "step", "foster", "great", "good", "only", "other",
    "two",
    "three", "four", "five", "six", "year", "years", "yr", "yo", "month", "months", "week", "weeks", "in", "law",
    "next",
    "beautiful", "darling", "sweet", "autistic", "pregnant", "young", "first", "second", "third", "auld", "long",
    "suffering", "aged", "widowed", "adult", "teenage", "twin", "baby", "toddler", "kid", "half", "grown", "precious",
    "day", "tiny", "mate", "mates", "deaf", "blind", "diabetic", "sick", "dying", "dead", "deceased", "eight", "seven",
    "nine", "ten", "eleven", "twelve", "fifteen", "sixteen", "eighteen", "of", "door", "uncle", "kids", "daft",
  ])
  static let beforeBareKin = set([
    "and", "but", "so", "when", "because", "cos", "since", "as", "that", "with", "for", "to", "is", "was", "has", "of",
    "on", "from", "at", "by", "about", "while", "after", "before", "if", "said", "like", "now", "then", "bc", "coz",
    "cause", "whilst", "except", "than", "where", "how", "until", "til", "till", "or", "had", "got", "did", "does",
  ])
  /// Short words that are seldom kin in lower case.
  static let ambiguousBareKin = set([
    "ma", "pa", "da", "mam", "pop", "sis", "bro", "babe", "baby", "ex", "partner", "mil", "fil", "sil", "bil", "dd",
    "ds",
    "dh", "matua", "cousin", "bub", "toddler", "moko", "son", "sister", "brother", "mama", "papa", "bil", "baba",
    "amma",
    "appa", "abba", "unc", "mate", "gf", "bf", "kiddo", "best", "eldest", "youngest", "lola", "lolo", "workmate",
    "flatmate", "roommate", "roomie", "mother", "father", "uncle", "aunty", "auntie", "nanny",
  ])
  static let atPlace = set(["at", "in", "from", "of", "on", "number", "no", "unit", "flat"])
  static let numberWords = set(["number", "no", "unit", "flat", "apartment", "apt", "house", "num", "room"])
  static let units = set([
    "am", "pm", "hours", "hour", "hrs", "minutes", "mins", "years", "year", "yrs", "weeks", "months", "days", "km", "o",
    "percent", "years", "dollars", "feet", "foot", "bucks", "metres", "times", "cases",
  ])
  static let anchors = set([
    "from", "at", "in", "over", "down", "across", "up", "who", "whos", "that", "upstairs", "downstairs", "behind",
  ])
  /// Types of street that are common family names.
  static let streetSurnames = set(["hill", "wood", "woods", "lane", "banks", "marsh", "hills", "forge", "mill"])
  static let neverNames = set([
    "day", "days", "week", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "county",
    "roads",
    "unit", "prosecutions", "police", "act", "bill", "report", "team", "crash", "violation", "prize", "ward", "beach",
    "bay",
    "island", "river", "lake", "bridge", "hospital", "university", "festival", "cup", "league", "party", "government",
    "council",
    "transport", "zealand", "wales", "africa", "america", "kingdom", "states", "airport", "harbour", "valley",
    "mountain",
    "range", "coast", "city", "town", "village", "news", "herald", "times", "post", "radio", "tv", "facebook", "plan",
    "fund",
    "trust", "strategy", "review", "commission", "authority", "board", "committee", "court", "eve", "christmas",
    "easter", "black",
    "blacks", "ferns", "warriors", "league", "rugby", "fc", "afc", "united", "rovers", "water", "health", "works",
    "hwy",
  ])
  static let saints = set(["st", "saint", "mt", "mount", "lake", "port", "fort", "cape", "santa", "san"])
  /// What people do, after a name in small letters.
  static let afterGivenName = set([
    "said", "says", "told", "tells", "asked", "asks", "thinks", "reckons", "wants", "loves", "hates", "knows", "went",
    "goes",
    "comes", "came", "made", "makes", "gave", "gives", "keeps", "just", "also", "really", "always", "only", "called",
    "calls",
    "mentioned", "posted", "commented", "here", "there", "again", "still", "even", "please", "thanks", "from", "with",
    "about",
    "your", "this", "that", "what", "when", "where", "well", "good", "great", "agree", "love", "like", "look", "read",
    "then",
    "left", "sent", "sends", "wrote", "writes", "saying", "going", "doing", "looks", "sounds", "seems", "needs",
    "lives", "works",
    "and", "over", "into", "onto", "back", "down", "away", "home", "today", "yesterday", "tomorrow", "tonight",
    "before", "after",
  ])
  static let inOrAt = set(["in", "at", "from", "to", "near", "via", "of", "around", "through", "outside"])
  static let besidePlaces = set(["above", "below", "behind", "opposite", "beside"])
  static let joins = set(["and", "amp", "n"])
  static let formalTitles = set(["mr", "mrs", "ms", "miss", "mx", "signor", "madame", "herr", "fr", "father", "rev"])
  static let ranks = set([
    "constable", "const", "sergeant", "sgt", "inspector", "insp", "superintendent", "captain", "capt", "officer", "pc",
    "detective", "det", "dr", "doctor", "prof", "professor", "nurse", "coach",
  ])

  static func set(_ words: [StaticString]) -> WordSet { WordSet(words) }
}
