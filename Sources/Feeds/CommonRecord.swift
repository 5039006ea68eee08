import Moderation

/// docket's own interchange form of a comment: what `docket read` writes and the JSON Lines reader takes back.
public struct CommonRecord {
  /// One compact JSON object: keys of FORMATS § 1 in a fixed order, absent when unknown.
  ///
  /// Times are ISO 8601 with the feed's own offset, `Z` for UTC and no suffix where the zone is unknown.
  public static func json(_ comment: Comment) -> String {
    var json = JSONText()
    json.add("id", comment.id)
    json.add("idIsDerived", comment.idIsDerived ? true : nil)
    json.add("parent", comment.parent)
    json.add("thread", comment.thread)
    json.add("threadTitle", comment.threadTitle)
    json.add("platform", comment.platform)
    json.add("channel", comment.channel)
    json.add("permalink", comment.permalink)
    json.add("authorId", comment.authorID)
    json.add("authorName", comment.authorName)
    json.add("authorHandle", comment.authorHandle)
    json.add("authorDeleted", comment.authorDeleted ? true : nil)
    json.add("created", comment.created?.iso8601)
    json.add("createdPrecision", comment.created?.precision.rawValue)
    json.add("zoneAssumed", comment.created?.zone == .unknown ? true : nil)
    if case .offset(let minutes)? = comment.created?.zone { json.add("createdOffset", minutes) }
    json.add("edited", comment.edited?.iso8601)
    json.add("text", comment.text)
    json.add("textSource", comment.textSource.rawValue)
    json.add("raw", comment.raw)
    json.add("lang", comment.language)
    json.add("state", comment.state == .unknown ? nil : comment.state.rawValue)
    json.add("likes", comment.likes)
    json.add("replies", comment.replies)
    json.add("attachments", comment.attachments)
    json.add("kind", comment.kind.rawValue)
    var source = JSONText()
    source.add("file", comment.source.file)
    source.add("line", comment.source.line)
    source.add("index", comment.source.index)
    json.addRaw("source", source.object)
    if !comment.extra.isEmpty {
      var extra = JSONText()
      for field in comment.extra { extra.add(field.key, field.value) }
      json.addRaw("extra", extra.object)
    }
    return json.object
  }
}
