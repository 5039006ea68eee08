/// Birds and trees that authors are named after: short, neutral, told apart by ear.
enum AliasWords {
  /// The order is part of every alias that is already on a desk's screen: add at a new version only.
  static let all: [String] = [
    "weka", "kea", "kaka", "tui", "ruru", "kereru", "takahe", "kakapo", "piwakawaka", "kotare", "tieke", "hihi",
    "korimako", "titi", "toroa", "kuaka", "robin", "wren", "heron", "plover", "swift", "swallow", "finch", "lark",
    "thrush", "gannet", "tern", "petrel", "curlew", "dunlin", "sandpiper", "avocet", "teal", "wigeon", "grebe", "crane",
    "stork", "egret", "ibis", "osprey", "kestrel", "falcon", "magpie", "oriole", "siskin", "linnet", "rimu", "totara",
    "kauri", "rata", "kowhai", "manuka", "kanuka", "matai", "miro", "tawa", "beech", "birch", "alder", "aspen",
    "maple", "willow", "rowan", "hazel", "larch", "cedar", "cypress", "juniper", "laurel", "linden", "poplar", "walnut",
    "chestnut", "hornbeam", "hawthorn", "elder", "acacia", "banksia", "wattle", "myrtle",
  ]
}
