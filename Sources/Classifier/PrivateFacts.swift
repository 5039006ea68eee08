import Moderation

/// Allegations about named private persons.
enum PrivateFacts {
  static func find(in document: Document, into findings: inout [Finding]) {
    guard document.roles.overlaps(.allegation), document.roles.overlaps([.given, .neighbour]) else { return }
    let tokens = document.tokens
    for person in People.all(in: document) where person.strength >= 0.6 {
      let isNamed = person.type == .person
      let isNeighbour = tokens[person.tokens].contains { $0.roles.contains(.neighbour) }
      guard isNamed || isNeighbour else { continue }
      let sentence = tokens[person.tokens.lowerBound].sentence
      var at = person.tokens.upperBound
      while at < tokens.count, tokens[at].sentence == sentence, at - person.tokens.upperBound <= 8 {
        let roles = tokens[at].roles
        if roles.overlaps([.author, .second]) { break }
        if roles.contains(.allegation) {
          let score = (isNamed && person.tokens.count > 1 ? 0.66 : isNeighbour ? 0.56 : 0.52)
          findings.append(
            Finding(
              label: .personal, score: score, severity: .medium,
              why:
                "Allegation about a person: \"\(document.words(person.tokens))\" + \"\(document.words(at..<(at + 1)))\"",
              spans: [document.span(person.tokens, person.type, .other)], rule: "personal.allegation@1"))
          break
        }
        at += 1
      }
    }
  }
}
