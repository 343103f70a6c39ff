import Model
import Testing

@testable import Providers

struct EpisodeIndexTests {
  @Test("The likest exchange comes first, with its endings and typing errors forgiven")
  func ranking() {
    let index = EpisodeIndex([
      ReplyEpisode(1, "как прошла вчерашняя поездка в горы", "a"),
      ReplyEpisode(2, "что приготовить на ужин", "b"), ReplyEpisode(3, "как поездка", "c"),
    ])
    let matches = index.matches(for: "как прошла вчерашнея поездка в горах?", limit: 3, atLeast: 0)
    #expect(matches.prefix(2).map(\.episode.reply) == [["a"], ["c"]])
    #expect((matches.first?.likeness ?? 0) > 0.6)
    #expect((matches.dropFirst().first?.likeness ?? 1) < 0.6)
  }

  @Test(
    "The same text is wholly alike whatever its case, ё and punctuation; another one not at all")
  func likeness() {
    let text = TextVector("Ёлка, ёлка! Зелёная")
    #expect(abs(text.likeness(to: TextVector("елка елка... зеленая?")) - 1) < 1e-9)
    #expect(text.likeness(to: TextVector("broccoli")) == 0)
    #expect(TextVector("👍").likeness(to: TextVector("👍")) > 0.99)
    #expect(TextVector("").weights.isEmpty)
  }

  @Test("An empty index finds nothing, a great one keeps the newest")
  func bounds() {
    #expect(EpisodeIndex().matches(for: "hello", limit: 5, atLeast: 0).isEmpty)
    let many = (0..<EpisodeIndex.maximumEpisodes + 10).map {
      ReplyEpisode(1, "x", "y", day: Int64($0))
    }
    let index = EpisodeIndex(many)
    #expect(index.episodes.count == EpisodeIndex.maximumEpisodes)
    #expect(index.episodes.last?.date == many[10].date)
  }
}
