import Testing

@Suite("Formats: Consultations") struct ConsultationsFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "regulations",
      feed: #"""
        {"data":[{"id":"HDC-2025-0001-0002","type":"comments","attributes":{"agencyId":"HDC","docketId":"HDC-2025-0001","commentOnDocumentId":"HDC-2025-0001-0001","trackingNbr":"mg1","postedDate":"2024-09-02T04:00:00Z","firstName":"Hemi","lastName":"Tua","title":"Comment from Hemi Tua","comment":"Late<br/>&amp; cold","email":"h@example.nz","withdrawn":true,"fileFormats":[{"fileUrl":"https://x.example/1.pdf"}]}}]}
        """#,
      comments: [
        #"HDC-2025-0001-0002 @ HDC-2025-0001-0001 | Hemi Tua | 2024-09-02T04:00:00Z | deleted | Late⏎& cold | https://x.example/1.pdf"#
      ], dropped: ["email"]),
    FormatFixture(
      format: "regulations-csv",
      feed: #"""
        Document ID,Agency ID,Docket ID,Tracking Number,Document Type,Posted Date,Is Withdrawn?,Title,Comment on Document ID,Received Date,First Name,Last Name,City,State/Province,Country,Organization Name,Submitter Representative,Comment,Attachment Files
        HDC-1,HDC,HDC-2025-0001,mg1,Public Submission,2024-09-02T00:47:57Z,false,Comment from Hemi Tua,HDC-0001,2024-09-02T00:00:00Z,Hemi,Tua,Kaitaia,,New Zealand,,,What a joke<br/>truly,https://x.example/1.pdf
        HDC-2,HDC,HDC-2025-0001,mg2,Public Submission,,true,Comment,HDC-0001,2024-09-03T00:00:00Z,,,,,,Bus Users,,See attached file(s),

        """#,
      comments: [
        #"HDC-1 @ HDC-0001 | Hemi Tua | 2024-09-02T00:47:57Z | published | What a joke⏎truly | https://x.example/1.pdf"#,
        #"HDC-2 @ HDC-0001 | Bus Users | 2024-09-03T00:00:00Z | deleted | See attached file(s)"#,
      ], dropped: ["city", "country"]),
    FormatFixture(
      format: "decidim",
      feed: #"""
        [{"id":1,"created_at":"2024-09-02T00:47:57Z","body":{"mi":"Kia ora"},"author":{"id":5,"name":"Mere"},"alignment":1,"commentable_id":9,"commentable_type":"Decidim::Proposals::Proposal","root_commentable_url":"https://d.example/p/9"},{"id":2,"created_at":"2024-09-02T00:48:57Z","body":"Yes","locale":"en","author":{"id":6,"name":"Jo"},"commentable_id":1,"commentable_type":"Decidim::Comments::Comment","root_commentable_url":"https://d.example/p/9"}]
        """#,
      comments: [
        #"1 @ https://d.example/p/9 | Mere | 2024-09-02T00:47:57Z | published | Kia ora"#,
        #"2 < 1 @ https://d.example/p/9 | Jo | 2024-09-02T00:48:57Z | published | Yes"#,
      ]),
    FormatFixture(
      format: "decidim-csv",
      feed: #"""
        id;created_at;body;locale;author/id;author/name;alignment;depth;user_group/id;user_group/name;commentable_id;commentable_type;root_commentable_url
        1;2024-09-02 00:47:57 UTC;Kia ora;mi;5;Mere;1;0;;;9;Decidim::Proposals::Proposal;https://d.example/p/9
        2;2024-09-02 00:48:57 UTC;"Yes; indeed";en;6;Jo;0;1;;;1;Decidim::Comments::Comment;https://d.example/p/9

        """#,
      comments: [
        #"1 @ https://d.example/p/9 | Mere | 2024-09-02T00:47:57Z | published | Kia ora"#,
        #"2 < 1 @ https://d.example/p/9 | Jo | 2024-09-02T00:48:57Z | published | Yes; indeed"#,
      ]),
    FormatFixture(
      format: "consul",
      feed: #"""
        {"data":{"comments":{"edges":[{"node":{"id":1,"body":"Kia ora","public_created_at":"2024-09-02 00:00:00 +0000","ancestry":null,"public_author":{"username":"mere"},"cached_votes_up":2,"commentable_type":"Debate","commentable_id":4}},{"node":{"id":3,"body":"Yes","public_created_at":"2024-09-02 00:00:00 +0000","ancestry":"1/2","public_author":null,"cached_votes_up":0,"commentable_type":"Debate","commentable_id":4}}]}}}
        """#,
      comments: [
        #"1 @ Debate/4 | mere | 2024-09-02T00:00:00+00:00 | published | Kia ora"#,
        #"3 < 2 @ Debate/4 | - | 2024-09-02T00:00:00+00:00 | published | Yes"#,
      ]),
    FormatFixture(
      format: "survey",
      feed: #"""
        Response ID,Date Submitted,Name,Email,What do you like about the plan?,What should change?,Age group
        R1,2024-09-01 10:00,Mere,m@example.nz,I like that the bus comes more often,It should run at night and on Sundays too,35-44
        R2,2024-09-02 10:00,Jo,j@example.nz,,The stop at the school must not be moved please,45-54

        """#,
      comments: [
        #"R1/What do you like about the plan? @ What do you like about the plan? | Mere | 2024-09-01T10:00:00 minute | published | I like that the bus comes more often"#,
        #"R1/What should change? @ What should change? | Mere | 2024-09-01T10:00:00 minute | published | It should run at night and on Sundays too"#,
        #"R2/What should change? @ What should change? | Jo | 2024-09-02T10:00:00 minute | published | The stop at the school must not be moved please"#,
      ], dropped: ["Email"]),
  ]
}
