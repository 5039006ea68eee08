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
        "messageoriginal", "fulltextoriginal", "openingtext", "hitsentence", "commentaires", "mensaje", "texto",
        "commento", "testo", "texte", "nachricht", "kommentti", "komentarz", "bericht", "reactie", "yourcomment",
        "yourfeedback", "commentoriginal", "tweettext", "reviewtext", "reviewbody", "messagebody", "rawcontent",
        "comentário", "mensagem",
        "beitrag", "avis", "opinion", "answer", "comments", "feedbacktext", "description", "textcontent", "caption",
        "tweet", "contents",
      ]
    case .id:
      [
        "commentid", "messageid", "id", "cid", "uuid", "nativeid", "documentid", "universalmessageid", "resourceid",
        "tweetid", "statusid", "reviewid",
        "messageguid", "commentkey", "guid",
      ]
    case .parent:
      [
        "parentcommentid", "parentid", "replytocid", "replytocommentid", "repliestoid", "replyto", "inreplyto",
        "inreplytoid", "isreplyto", "parent", "replytoid", "toplevelcommentid", "inreplytostatusid",
        "inreplytostatusidstr", "parentcid", "parentmessageid",
      ]
    case .thread:
      [
        "postid", "videoid", "pageurl", "facebookurl", "videoweburl", "threadid", "thread", "articleid", "topicid",
        "nid", "storyid", "docketid", "link", "posturl", "conversationid", "commentondocumentid", "linkid", "videourl",
        "postlink", "threadurl", "articleurl", "storyurl", "sourceurl", "submissionid", "assetid",
      ]
    case .threadTitle:
      ["threadtitle", "post", "posttitle", "title", "videotitle", "subject", "topic", "article", "headline"]
    case .authorName:
      [
        "author", "authorname", "profilename", "ownerusername", "uniqueid", "name", "username", "nickname",
        "displayname", "user", "from", "fullname", "sender", "sendername", "screenname", "contactprimaryidentifier",
        "von", "auteur", "autor", "authordisplayname", "commentauthor", "commenter", "commentername", "reviewername",
        "reviewer", "submittername", "respondent", "submitter", "createdby", "postedby", "nom", "nombre", "naam",
      ]
    case .authorID:
      [
        "authorid", "userid", "profileid", "channelid", "uid", "authorchannelid", "senderid", "authorurl",
        "profilelink",
      ]
    case .authorHandle: ["authorhandle", "handle", "authorusername", "userhandle"]
    case .created:
      [
        "date", "createdat", "createtimeiso", "created", "createdtime", "timestamp", "time", "publishedat", "posted",
        "posteddate", "datetime", "senttime", "createdutc", "commentcreatetimestamp", "datum", "fecha",
        "createdepochms", "publishedtimetext", "commentdate", "commentdategmt", "published", "commentedat", "postedat",
        "createdon", "submittedat", "submitted", "datesubmitted", "submissiondate", "publisheddate", "publishdate",
        "pubdate", "datecreated", "createddate", "creationdate", "timestampms", "dateposted", "receiveddate",
        "commentpublishedat", "publishedatutc",
      ]
    case .edited:
      ["editedat", "edited", "updatedat", "modified", "lastmodified", "updated", "lastedited", "modifiedat"]
    case .platform: ["network", "platform", "source", "medium", "socialnetwork", "pagetype", "channeltype", "domain"]
    case .channel: ["channel", "page", "account", "subreddit"]
    case .permalink: ["permalink", "url", "commenturl", "messageurl", "commentlink", "viewsource"]
    case .state: ["status", "state", "hidden", "ishidden", "approved", "moderationstatus", "visibility", "mode"]
    case .likes:
      [
        "likes", "likecount", "likescount", "votecount", "votes", "score", "reactions", "favoritecount", "upvotes",
        "diggcount", "thumbsup", "upvotecount", "favouritescount", "favoritescount", "favoritecount", "reactioncount",
      ]
    case .replies: ["replies", "replycount", "replycountnumber", "numberofreplies", "commentcount"]
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

  /// Its name in the common record, and in a `FieldMap`.
  var label: String {
    switch self {
    case .text: "text"
    case .id: "id"
    case .parent: "parent"
    case .thread: "thread"
    case .threadTitle: "threadTitle"
    case .authorName: "authorName"
    case .authorID: "authorId"
    case .authorHandle: "authorHandle"
    case .created: "created"
    case .edited: "edited"
    case .platform: "platform"
    case .channel: "channel"
    case .permalink: "permalink"
    case .state: "state"
    case .likes: "likes"
    case .replies: "replies"
    case .language: "lang"
    case .attachments: "attachments"
    case .kind: "kind"
    case .raw: "raw"
    case .textSource: "textSource"
    case .createdPrecision: "createdPrecision"
    case .authorDeleted: "authorDeleted"
    case .extra: "extra"
    }
  }

  /// A field by its label, in any case.
  static func labelled(_ name: String) -> Field? {
    let name = normalized(name)
    return allCases.first { normalized($0.label) == name && $0 != .extra }
  }

  /// What a name stands for and how early it comes among the field's names; a name of two fields is the first one's.
  ///
  /// `comment_message` is a message too. Of a path such as `snippet.textDisplay` or `author/name`, the last two parts or the last one count.
  static func of(_ name: String) -> (field: Field, rank: Int)? {
    if let known = table[normalized(name)] { return known }
    let plain = normalized(name)
    for prefix in ["comment", "tweet", "review"] where plain.hasPrefix(prefix) {
      if let known = table[String(plain.dropFirst(prefix.utf8.count))] { return (known.field, known.rank + 100) }
    }
    let parts = name.split { $0 == "." || $0 == "/" }
    guard parts.count > 1, !name.contains(" ") else { return nil }
    let found = table[normalized(parts.suffix(2).joined())] ?? table[normalized(String(parts[parts.count - 1]))]
    // A name of its own goes before a path's.
    return found.map { ($0.field, $0.rank + 100) }
  }

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
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      let plain = name.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A, 0x30...0x39: byte
        default: nil
        }
      }
      return String(decoding: plain, as: UTF8.self)
    }
    var out = ""
    for scalar in name.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}
