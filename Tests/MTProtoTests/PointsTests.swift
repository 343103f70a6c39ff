import NamedPoints
import Testing

/// docs/mtproto.md and the names of the tests say the same.
struct PointsTests {
  @Test("Each of the 42 points of docs/mtproto.md is in the name of a test, and so are its suites")
  func points() throws {
    // Of "[A1, mtproto 13, 18-20, B45]" the numbers behind the word, and none with a letter.
    let points = try NamedPoints(document: "docs/mtproto.md", names: /mtproto ([0-9, -]+)/)
    for (point, suites) in points.listed {
      #expect(!suites.isEmpty)
      for suite in suites {
        #expect(
          points.named[suite]?.contains(point) == true, "\(suite) has no test for point \(point)")
      }
    }
    #expect(points.listed.map(\.point) == Array(1...42))
  }
}
