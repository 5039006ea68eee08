import Moderation

extension FeedFormat {
  /// regulations.gov bulk download of comments (FORMATS § 4.15).
  static let regulationsTable = FeedFormat(
    name: "regulations-csv@1", title: "regulations.gov bulk download",
    .table(
      TableFormat(
        evidence: [.header(80, "documentid", "docketid", "comment"), .header(15, "trackingnumber", "posteddate")],
        platform: "regulations",
        columns: [
          "documentid": .id, "commentondocumentid": .thread, "agencyid": .channel, "posteddate": .created,
          "comment": .text, "title": .threadTitle, "attachmentfiles": .attachments,
        ],
        ignored: [
          "organizationname", "docketid", "documenttype", "documentsubtype", "firstname", "lastname", "country", "city",
          "stateprovince", "category", "topics", "submitterrepresentative",
        ], isUTC: true, isHTML: true,
        finish: { comment, row, session in
          let names = [row["firstname"], row["lastname"]].compactMap { $0 }
          comment.setAuthor(names.isEmpty ? row["organizationname"] : names.joined(separator: " "))
          comment.thread = comment.thread ?? row["docketid"]
          comment.state = row["iswithdrawn"]?.lowercased() == "true" ? .deleted : .published
          if comment.created == nil {
            comment.created = row["receiveddate"].flatMap { TimeParser.parse($0, isUTC: true) }
          }
          comment.keep("organization", row["organizationname"])
          for column in ["city", "stateprovince", "zip", "country"] where row[column] != nil { session.drop(column) }
          return true
        })))
}
