import Casework
import Testing

@Suite("Grounds")
struct GroundTests {
  @Test("The table holds every regime's sections, and a region's are those of its Act")
  func table() {
    #expect(Ground.all.count == 119)
    #expect(Ground.list(of: "nz-oia").count == 35)
    #expect(Ground.list(of: "nz-lgoima-wellington") == Ground.list(of: "nz-lgoima"))
    #expect(Ground.list(of: "eu-1049").isEmpty)
    for ground in Ground.all {
      #expect(Ground.named(ground.code, of: ground.regime) == ground)
    }
  }

  @Test(
    "A section is found however it is spaced",
    arguments: ["s9(2)(a)", "s 9(2)(a)", "S9(2)(A)", "section 9(2)(a)"])
  func spelling(_ code: String) {
    #expect(Ground.named(code, of: "nz-oia")?.label == "Privacy")
    #expect(Ground.named(code, of: "nz-privacy") == nil)
  }
}
