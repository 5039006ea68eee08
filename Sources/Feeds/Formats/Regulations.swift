import Moderation

extension FeedFormat {
  /// regulations.gov API v4: comments on a docket (FORMATS § 4.15).
  static let regulations = FeedFormat(
    name: "regulations@1", title: "regulations.gov API v4: comments",
    .json(
      JSONFormat(
        lists: ["data"],
        evidence: [
          .adds(80, "records are comments with attributes") { sample in
            sample.records.contains { record in
              let item = record["data"] ?? record
              return item["type"]?.string == "comments" && item["attributes"]?.isObject == true
            }
          }
        ], map: Regulations.map)))
}

private enum Regulations {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    let item = record["data"] ?? record
    guard let data = item["attributes"] else {
      return session.skip(at: record.offset, "a submission without attributes")
    }
    var comment = Comment(item["id"]?.id, on: "regulations")
    if let html = data["comment"]?.string {
      comment.setHTML(html)
    } else {
      // The list tells only that there is one.
      session.note("this list has no texts: fetch each comment's detail")
    }
    comment.thread = (data["commentOnDocumentId"] ?? data["docketId"])?.id
    comment.threadTitle = data["title"]?.nonEmpty
    comment.channel = data["agencyId"]?.nonEmpty
    let names = [data["firstName"], data["lastName"]].compactMap { $0?.nonEmpty }
    comment.setAuthor(names.isEmpty ? data["organization"]?.nonEmpty : names.joined(separator: " "))
    comment.created = (data["postedDate"] ?? data["receiveDate"])?.time
    comment.edited = data["modifyDate"]?.time
    comment.state =
      data["withdrawn"]?.bool == true ? .deleted : data["restrictReasonType"] == nil ? .published : .hidden
    data["fileFormats"]?.forEachElement { comment.attach($0["fileUrl"]?.nonEmpty) }
    comment.keep("trackingNbr", data["trackingNbr"]?.id)
    comment.keep("organization", data["organization"]?.nonEmpty)
    session.drop(["email", "phone", "address1", "address2", "zip", "city", "fax"], of: data)
    try session.emit(comment, at: record.offset)
  }
}
