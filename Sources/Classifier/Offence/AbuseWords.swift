/// Words that the rules about insults ask for by themselves.
enum AbuseWords {
  /// Between "you" and the noun: they strengthen and mean little.
  static let strengthening = Word.set([
    "absolute", "absolutely", "complete", "completely", "total", "totally", "utter", "utterly", "bloody", "real",
    "right",
    "proper", "little", "old", "big", "fat", "wee", "sad", "damn", "goddamn", "freaking", "friggin", "frigging",
    "effing",
    "flaming", "blithering", "blooming", "raving", "bunch", "pack", "massive", "giant", "huge", "whole", "typical",
    "daft",
    "young", "rich", "poor", "woke", "lefty", "leftie", "local", "union", "government", "council", "very", "so", "such",
    "and", "pure", "grade", "certified", "colossal", "prize", "middle", "aged", "white", "black", "dirty", "jumped",
    "up",
    "stuck", "snotty", "nosed", "faced", "two", "ugly", "actual", "same", "dopey", "grumpy", "smelly",
  ])
  static let collectives = Word.set([
    "bunch", "pack", "shower", "load", "lot", "gang", "mob", "crowd", "herd", "nest", "bag", "crew", "pair", "bench",
    "circus", "clan", "band", "army", "swarm", "heap", "horde", "hordes", "team", "board", "office", "room", "building",
    "gaggle", "sack", "sacks", "sort", "bunches", "packs", "loads",
  ])
  static let determiners = Word.set([
    "a", "an", "the", "such", "all", "just", "nothing", "but", "another", "both", "only", "some", "any", "literal",
    "literally", "basically", "really", "still", "always", "clearly", "obviously", "one", "every", "nowt",
  ])
  static let pointing = Word.set(["these", "those", "them", "this", "that", "thet", "dem"])
  static let copulas = Word.set([
    "is", "are", "was", "were", "be", "been", "being", "am", "r", "arent", "isnt", "wasnt", "werent", "become",
    "became",
    "remain", "equals", "iz",
  ])
  /// Contracted with their verb: "you're", "they're".
  static let contracted = Word.set([
    "youre", "theyre", "hes", "shes", "yous", "youse", "yall", "yalls",
  ])
  /// "your a clown", but not "your clown".
  static let ambiguouslyContracted = Word.set(["your", "ur", "yr", "yer"])
  static let contractedAuthor = Word.set(["im", "were", "iam"])
  static let seconds = Word.set(["you", "u", "ya", "yous", "youse", "ye", "yall", "yas", "yiz", "thou", "yez"])
  static let things = Word.set(["it", "this", "that", "which", "there", "what", "its", "thing", "things", "here"])
  static let selves = Word.set(["i", "im", "we", "myself", "ive", "ourselves"])
  /// "like an idiot", "feel such a fool": the author's own.
  static let feels = Word.set([
    "felt", "feel", "feeling", "look", "looked", "looking", "acting", "like", "being", "been", "call", "called", "made",
  ])
  /// After the noun: "the lot of you", "every last one", "all of them".
  static let sweeping = Word.set(["the", "all", "every", "each", "both", "to"])
  static let swept = Word.set(["lot", "lots", "of", "last", "single", "one", "pair", "em", "them", "you", "yous", "ye"])
  /// Never part of a name for somebody: the walk to the left ends here.
  static let breaks = Word.set([
    "let", "have", "has", "had", "do", "does", "did", "can", "could", "would", "should", "will", "see", "saw", "know",
    "want", "need", "get", "got", "give", "make", "keep", "kept", "tell", "told", "say", "said", "think", "call",
    "called",
    "for", "with", "to", "from", "in", "on", "at", "by", "about", "if", "when", "that", "who", "not", "no", "never",
    "my", "our", "his", "her", "their", "your", "its", "of", "or", "than", "as", "because", "why", "how", "where",
    "what",
    "there", "here", "into", "out", "off", "over", "or", "go", "going", "come", "look", "like", "take", "put", "use",
    "sent", "send", "us", "me", "him", "it", "these", "those", "them", "the", "a", "an", "this", "is", "are", "was",
    "were", "be", "been", "you", "we", "i", "he", "she", "they", "and",
  ])
  /// After a curse: "fuck yourself", "screw them all".
  static let selfReferring = Word.set([
    "your", "ur", "yourself", "yourselves", "yourselfs", "urself", "urselves", "urselfs", "them", "him", "her",
  ])
  static let exclaiming = Word.set(["what", "such"])
  static let of = Word.set(["of"])
  static let by = Word.set(["by", "some", "another", "from"])
  static let like = Word.set(["like"])
  static let likeWhom = Word.set(["you", "u", "him", "her", "them", "that", "this", "these", "those", "yourself"])
  static let who = Word.set(["who", "whos", "that", "all", "both", "really", "clearly"])
  /// Run together with an offending word: "whatthefuck", "bullshit".
  static let openers = Word.set([
    "the", "what", "whatthe", "dog", "bull", "horse", "holy", "these", "those", "this", "complete", "total", "absolute",
    "utter", "all", "are", "is", "old", "bloody", "pack", "of", "go", "get", "oh", "eat", "for", "youre", "ur",
  ])
  /// What may follow the noun of an insult, besides the words that end it to the left.
  static let followers = Word.set([
    "every", "each", "both", "all", "everywhere", "again", "too", "then", "now", "lol", "lmao", "haha", "gonna",
    "still",
    "just", "only", "always", "already", "today", "whoever", "while", "without", "after", "before", "against", "these",
    "should", "shouldnt", "dont", "cant", "wont", "took", "deserve", "deserves", "hope", "please", "bring", "stop",
    "leave", "shut", "learn", "pay", "fix", "answer", "running", "mate", "bro", "x",
  ])
  /// Traits that are said of animals and things in earnest.
  static let bodily = Word.set([
    "fat", "ugly", "dirty", "smelly", "stinking", "stinky", "filthy", "stupid", "lazy", "crazy", "mad", "dumb", "toxic",
    "poisonous", "greedy", "sneaky", "rotten", "drunk", "sick", "sad", "dozy", "manky", "slimy", "fake", "wretched",
    "weak", "savage", "vicious", "nasty", "cheeky", "evil", "bloody", "fucking", "feral", "mental", "unwashed",
    "bitter", "bloated", "obese", "flabby",
    "hideous", "repulsive", "miserable", "mouthy", "sly", "grubby", "drooling", "inbred", "overfed", "spoilt",
  ])
  /// What people are called by the one word alone.
  static let pests = Word.set([
    "parasites", "leeches", "vermin", "filth", "scum", "savages", "murderers", "thieves", "junkies", "animals", "pigs",
    "infestation", "cockroaches", "nazis", "fascists", "racists", "criminals", "invaders", "parasite", "terrorists",
    "snakes", "trash", "pedos", "paedos", "groomers", "communists", "commies",
  ])
  static let somebody = Word.set(["whoever", "who", "he", "she", "they", "whos", "everyone", "anyone"])
  /// After "the lot of you".
  static let places = Word.set(["at", "in", "on", "from", "down", "who", "and", "up", "over", "running", "with"])
  static let stuff = Word.set([
    "rubbish", "garbage", "trash", "dirt", "filth", "dogs", "sheep", "cows", "goats", "crap",
  ])
  static let seeming = Word.set(["looks", "look", "sounds", "sound", "acts", "act", "behaves", "dresses", "talks"])
}
