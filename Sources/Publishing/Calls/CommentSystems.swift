import Moderation

extension PlatformCalls {
  /// GraphQL; both mutations name the revision that was judged, so that an edit in between is not. Coral deletes no
  /// single comment: rejecting is the nearest, and can be taken back.
  static let coral: PlatformCalls = {
    let reject = PlatformCall(
      .post, "/api/graphql",
      .json(
        #"""
        {"query":"mutation($input:RejectCommentInput!){rejectComment(input:$input){clientMutationId}}",\#
        "variables":{"input":{"commentID":\#(coralComment),"commentRevisionID":\#(revision),\#
        "clientMutationId":\#(.decision)}}}
        """#))
    let approve = PlatformCall(
      .post, "/api/graphql",
      .json(
        #"""
        {"query":"mutation($input:ApproveCommentInput!){approveComment(input:$input){clientMutationId}}",\#
        "variables":{"input":{"commentID":\#(coralComment),"commentRevisionID":\#(revision),\#
        "clientMutationId":\#(.decision)}}}
        """#))
    return PlatformCalls(
      "coral",
      calls: [.hide: reject, .hold: reject, .delete: reject, .unhide: approve, .publish: approve])
  }()

  /// The `commenterToken` that belongs in the body is whoever applies it.
  static let commento = PlatformCalls(
    "commento",
    calls: [
      .publish: PlatformCall(.post, "/api/comment/approve", .json(#"{"commentHex":\#(hex)}"#)),
      .delete: PlatformCall(.post, "/api/comment/delete", .json(#"{"commentHex":\#(hex)}"#), isReversible: false),
    ])

  /// The site's id is the channel's name, the page's address the thread.
  static let remark42 = PlatformCalls(
    "remark42",
    calls: [
      .delete: PlatformCall(
        .delete, "/api/v1/admin/comment/\(remarkComment)?site=\(site)&url=\(page)", isReversible: false)
    ])
}

private let coralComment = CallField(\.comment, .word("-"))
private let revision = CallField(\.platformRevision, .word("-"))
private let hex = CallField(\.comment, .word())
private let remarkComment = CallField(\.comment, .word("-"))
private let site = CallField(\.channel, .word("-_."))
private let page = CallField(\.thread, .webAddress)
