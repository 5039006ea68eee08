import Moderation

@testable import Publishing

enum Sheet {
  static let verbs: [Verb] = [.hide, .unhide, .hold, .publish, .delete, .reply]

  /// A sheet's rows for the verbs that change what the public sees, without the header, line ends as LF.
  static func rows(
    on platform: String, comment: String, channel: String = "page", thread: String? = nil, revision: String? = nil
  ) -> String {
    let actions = verbs.map {
      Sample.action($0, on: platform, comment: comment, channel: channel, thread: thread, revision: revision)
    }
    let lines = ActionSheet.text(actions, .csv).split(separator: "\r\n")
    return lines.dropFirst().joined(separator: "\n")
  }

  /// The request of one action as `METHOD path body`; `by hand` where there is none.
  static func request(_ action: PlatformAction) -> String {
    PlatformCalls.request(for: action).map { "\($0.method) \($0.path) \($0.body)" } ?? "by hand"
  }

  /// A sheet with every status answered: done where the decision's number is even.
  static func answered(_ actions: [PlatformAction], _ format: ActionSheet.Format) -> String {
    let rows = actions.map { action in
      let status = action.decision % 2 == 0 ? "done" : "failed"
      let row = ActionSheet.row(action, format)
      switch format {
      case .csv:
        let end = ",planned,,\(action.decision)\r\n"
        return row.dropLast(end.count) + ",\(status),HTTP 200,\(action.decision)\r\n"
      case .jsonl:
        let end = "\"planned\",\"response\":\"\",\"decision\":\(action.decision)}\n"
        return row.dropLast(end.count) + "\"\(status)\",\"decision\":\(action.decision)}\n"
      }
    }
    return ActionSheet.header(format) + rows.joined()
  }
}
