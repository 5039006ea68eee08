import Moderation

extension FeedFormat {
  /// Consultations whose columns are a survey's questions: Engagement HQ, Social Pinpoint, Citizen Space (FORMATS § 4.15).
  /// A row is a respondent; each text that somebody wrote is a comment under its question.
  static let survey = FeedFormat(
    name: "survey@1", title: "Survey table of a consultation: a comment per answer",
    .table(
      TableFormat(
        evidence: [
          .needs("rows are responses") { sample in !Survey.answers(sample.names, sample.rows).isEmpty },
          .adds(60, "the header has a response's or respondent's id and questions") { sample in
            sample.names.contains(where: Survey.isResponseID)
          },
          .adds(40, "several questions were answered in prose") { sample in
            Survey.answers(sample.names, sample.rows).count { sample.titles[$0].hasSuffix("?") } > 1
          },
          .adds(10, "several columns hold prose") { Survey.answers($0.names, $0.rows).count > 1 },
        ], platform: "survey", map: Survey.map)))
}

enum Survey {
  static func isResponseID(_ name: String) -> Bool {
    ["responseid", "respondentid", "contributionid", "submissionid", "responsenumber"].contains(name)
  }

  /// Columns that hold prose: long cells of several words, or a header that is a question.
  static func answers(_ names: [String], _ rows: [[String]]) -> [Int] {
    names.indices.filter { column in
      if let field = Field.of(names[column])?.field, field != .text { return false }
      if Field.isPersonal(names[column]) || isResponseID(names[column]) { return false }
      let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      guard !cells.isEmpty else { return false }
      let words = cells.reduce(0) { $0 + $1.utf8.count { $0 == 0x20 } } / cells.count
      return words >= 4
    }
  }

  @Sendable static func map(_ row: TableRow, _ session: inout FeedSession) throws {
    let names = row.layout.names
    let plain = names.map(Field.normalized)
    let id = plain.first(where: isResponseID).flatMap { row[$0] }
    let day = ["submitted", "datesubmitted", "submissiondate", "completedat", "date", "createdat", "timestamp"]
    for (column, name) in names.enumerated() where row.layout.prose.contains(column) {
      let text = FeedText.trimmed(row.text(column))
      guard !text.isEmpty else { continue }
      var comment = Comment(id.map { "\($0)/\(name)" }, on: "survey", text: text)
      comment.thread = name
      comment.threadTitle = name
      comment.created = day.lazy.compactMap { row[$0] }.first.flatMap { TimeParser.parse($0, order: row.layout.order) }
      comment.setAuthor(row["name"] ?? row["respondent"] ?? row["username"] ?? row["login"])
      comment.likes = row["upvotes"].flatMap(Counts.parse)
      comment.state = row["status"].map { GenericRecord.state($0.lowercased(), column: "status") } ?? .published
      comment.keep("latitude", row["latitude"])
      comment.keep("longitude", row["longitude"])
      try session.emit(comment, at: row.offset)
    }
  }
}
