/// A field of the common record that a column or key of a feed without a format of its own may hold.
enum Field: Int, CaseIterable, Sendable {
  case text, id, parent, thread, threadTitle, authorName, authorID, authorHandle, created, edited, platform, channel
  case permalink, state, likes, replies, language, attachments, kind, raw, textSource, createdPrecision
  case authorDeleted, extra

  /// The names it goes by, in order: the first that a feed has is taken (FORMATS § 5.2), the common record's own included.
  /// Lower case, letters and digits only.
  var names: [String] {
    switch self {
    case .text:
      [
        "commenttext", "comment", "commentbody", "commentcontent", "message", "messagetext", "text", "body", "content",
        "fulltext", "snippet", "posttext", "messagecontent", "review", "feedback", "response", "submission",
        "kommentar", "commentaire", "comentario", "opmerking", "contenido", "tekst", "textoriginal", "textdisplay",
        "messageoriginal",
      ]
    case .id:
      [
        "commentid", "messageid", "id", "cid", "uuid", "nativeid", "documentid", "universalmessageid", "resourceid",
      ]
    case .parent:
      [
        "parentcommentid", "parentid", "replytocid", "replytocommentid", "repliestoid", "replyto", "inreplyto",
        "inreplytoid", "isreplyto", "parent", "replytoid", "toplevelcommentid",
      ]
    case .thread:
      [
        "postid", "videoid", "pageurl", "facebookurl", "videoweburl", "threadid", "thread", "articleid", "topicid",
        "nid", "storyid", "docketid", "link", "posturl", "conversationid", "commentondocumentid",
      ]
    case .threadTitle:
      ["threadtitle", "post", "posttitle", "title", "videotitle", "subject", "topic", "article", "headline"]
    case .authorName:
      [
        "author", "authorname", "profilename", "ownerusername", "uniqueid", "name", "username", "nickname",
        "displayname", "user", "from", "fullname", "sender", "sendername", "screenname", "contactprimaryidentifier",
        "von", "auteur", "autor",
      ]
    case .authorID:
      [
        "authorid", "userid", "profileid", "channelid", "uid", "authorchannelid", "senderid", "authorurl",
        "profilelink",
      ]
    case .authorHandle: ["authorhandle", "handle"]
    case .created:
      [
        "date", "createdat", "createtimeiso", "created", "createdtime", "timestamp", "time", "publishedat", "posted",
        "posteddate", "datetime", "senttime", "createdutc", "commentcreatetimestamp", "datum", "fecha",
        "createdepochms", "publishedtimetext",
      ]
    case .edited: ["editedat", "edited", "updatedat", "modified", "lastmodified"]
    case .platform: ["network", "platform", "source", "medium", "socialnetwork", "pagetype", "channeltype", "domain"]
    case .channel: ["channel", "page", "account", "subreddit"]
    case .permalink: ["permalink", "url", "commenturl", "messageurl", "commentlink", "viewsource"]
    case .state: ["status", "state", "hidden", "ishidden", "approved", "moderationstatus", "visibility", "mode"]
    case .likes:
      [
        "likes", "likecount", "likescount", "votecount", "votes", "score", "reactions", "favoritecount", "upvotes",
        "diggcount",
      ]
    case .replies: ["replies", "replycount"]
    case .language: ["lang", "language", "locale", "languagedetected"]
    case .attachments: ["attachments", "attachment", "media", "mediaurl", "image", "photo", "attachmentfiles"]
    case .kind: ["kind"]
    case .raw: ["raw"]
    case .textSource: ["textsource"]
    case .createdPrecision: ["createdprecision"]
    case .authorDeleted: ["authordeleted"]
    case .extra: ["extra"]
    }
  }

  /// What a name stands for and how early it comes among the field's names; a name of two fields is the first one's.
  static func of(_ name: String) -> (field: Field, rank: Int)? { table[normalized(name)] }

  private static let table: [String: (field: Field, rank: Int)] = {
    var table: [String: (field: Field, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() where table[name] == nil { table[name] = (field, rank) }
    }
    return table
  }()

  /// Contact and profile fields that stay at the door.
  static func isPersonal(_ name: String) -> Bool {
    let name = normalized(name)
    let whole = ["ip", "mail", "hostname", "homepage", "website", "bio", "phone", "followers", "profileurl"]
    let parts = [
      "email", "ipaddress", "remoteaddr", "authorip", "authormail", "avatar", "profileimage", "profilepic",
      "profilephoto", "authorphoto", "authorbio", "phonenumber", "followercount",
    ]
    return whole.contains(name) || parts.contains(where: name.contains)
  }

  /// Lower case, letters and digits only.
  static func normalized(_ name: String) -> String {
    var out = ""
    for scalar in name.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}
