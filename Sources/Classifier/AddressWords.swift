/// Words that addresses are made of.
extension Word {
  static let feet = Hashing.word("feet")
  static let counted = set([
    "route", "bus", "flight", "gate", "platform", "page", "section", "chapter", "line", "step", "round", "channel",
    "act",
  ])
  static let c = Hashing.word("c")
  static let po = Hashing.word("po")
  static let gpo = Hashing.word("gpo")
  static let p = Hashing.word("p")
  static let o = Hashing.word("o")
  static let box = Hashing.word("box")
  static let bag = Hashing.word("bag")
  static let privateWord = Hashing.word("private")
  static let locked = Hashing.word("locked")
  static let theWord = Hashing.word("the")
  static let numberSigns = set(["no", "number", "num", "nr", "nos"])
  static let houseNumberWords = set(["house", "flat", "unit", "rapid"])
  static let tens = set(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "tw3nty"])
  static let cardinals = set([
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ])
  static let nameParticles = set([
    "de", "la", "le", "na", "an", "y", "te", "nga", "o", "van", "der", "of", "st", "the", "mile",
  ])
  static let leadingTypes = set([
    "rue", "cnoc", "pairc", "clos", "bothar", "sraid", "lon", "heol", "ffordd", "avenida", "calle", "chemin",
    "boulevard",
    "baile", "gleann", "ard", "cluain", "stryd", "maes", "llys", "bryn", "cwrt", "tir", "via", "place", "avenue",
  ])
  static let roadOwners = set(["county", "state", "highway", "rural", "township"])
  static let ruralDelivery = set(["rd", "rr", "rmb", "rsd"])
  static let ruralParts = set(["site", "comp", "box", "group"])
  static let placeHeads = set([
    "mount", "mt", "port", "new", "lower", "upper", "north", "south", "east", "west", "te", "nga", "co", "county",
    "little",
    "great", "saint", "st", "half", "grey", "palmerston", "lake", "bay", "kings", "queens", "whanganui", "glen",
    "grand",
  ])
  static let atOrLives = set(["at", "lives", "live", "living", "from", "in", "address", "addy"])
  static let houseLetters: Set<UInt8> = [0x61, 0x62, 0x63, 0x64, 0x65, 0x66]
}
