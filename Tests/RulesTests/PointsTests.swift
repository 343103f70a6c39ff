import NamedPoints
import Testing

/// docs/rules-points.md and the names of the tests say the same.
@Suite("The points of the rule language")
struct PointsTests {
  @Test("Each of the forty points is in the name of a test of every suite that the table gives")
  func points() throws {
    // Of "[C2, rules 8, 27]" the numbers behind the word.
    let points = try NamedPoints(
      document: "docs/rules-points.md",
      names: /@(?:Test|Suite)\(\s*"[^"]*\brules ([0-9, ]+)\]"/)
    for (point, suites) in points.listed {
      #expect(!suites.isEmpty)
      for suite in suites {
        #expect(
          points.named[suite]?.contains(point) == true, "\(suite) has no test for point \(point)")
      }
    }
    #expect(points.listed.map(\.point) == Array(1...40))
    let all = points.named.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
    #expect(all.isSubset(of: 1...40), "\(all.subtracting(1...40))")
  }
}
