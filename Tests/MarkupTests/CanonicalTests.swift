import Markup
import Model
import Testing

struct CanonicalTests {
  private func canonical(_ text: String, _ entities: (TextEntity.Kind, Int32, Int32)...)
    -> StyledText
  {
    StyledText(text, entities.map { TextEntity(kind: $0.0, offset: $0.1, length: $0.2) })
      .canonical()
  }

  @Test("White space at the ends goes, and the entities with it")
  func trimming() {
    let text = canonical(" \n hi there\u{a0}\n", (.bold, 0, 13), (.italic, 0, 3), (.code, 11, 2))
    #expect(text.text == "hi there")
    #expect(brief(text) == ["bold 0+8"])
    #expect(canonical(" \n ", (.bold, 0, 3)) == StyledText(""))
  }

  @Test("Styles that touch or overlap are one; those that cross are cut where the first one ends")
  func styles() {
    #expect(brief(canonical("abcdef", (.bold, 0, 2), (.bold, 2, 2), (.bold, 3, 2))) == ["bold 0+5"])
    #expect(
      brief(canonical("abcdef", (.bold, 0, 4), (.italic, 2, 4)))
        == ["bold 0+4", "italic 2+2", "italic 4+2"])
    #expect(
      brief(canonical("abcdef", (.italic, 0, 6), (.bold, 2, 2))) == ["italic 0+6", "bold 2+2"])
  }

  @Test("Code and pre hold no style and stand in none")
  func verbatim() {
    #expect(
      brief(canonical("abcdef", (.bold, 0, 6), (.code, 2, 2)))
        == ["bold 0+2", "code 2+2", "bold 4+2"])
    #expect(brief(canonical("abcdef", (.bold, 2, 2), (.pre, 0, 6))) == ["pre 0+6"])
  }

  @Test("Quotes hold no quotes, links no links; of two that cross the first stays")
  func containers() {
    #expect(
      brief(canonical("abcdef", (.blockquote, 0, 6), (.expandableBlockquote, 2, 2)))
        == ["blockquote 0+6"])
    #expect(
      brief(canonical("abcdef", (.textURL, 0, 3), (.customEmoji, 2, 2), (.mentionName, 4, 2)))
        == ["textURL 0+3", "mentionName 4+2"])
    #expect(
      brief(canonical("abcdef", (.blockquote, 0, 3), (.textURL, 2, 3))) == ["blockquote 0+3"])
    #expect(
      brief(canonical("abcdef", (.bold, 1, 3), (.textURL, 2, 4)))
        == ["bold 1+1", "textURL 2+4", "bold 2+2"])
  }

  @Test("Half of a surrogate pair takes the other half along; what is outside goes")
  func surrogates() {
    #expect(brief(canonical("👍a", (.bold, 1, 1))) == ["bold 0+2"])
    #expect(brief(canonical("a👍", (.bold, 0, 2))) == ["bold 0+3"])
    #expect(
      brief(canonical("ab", (.bold, 5, 3), (.italic, 1, .max), (.code, .min, 9), (.pre, 0, -4)))
        == ["italic 1+1"])
  }

  @Test("Whatever comes in: sorted, nested, on whole scalars, and the same if done again")
  func invariants() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<1_500 {
      let input = StyledText.random(using: &random)
      let text = input.canonical()
      #expect(text.canonical() == text, "\(input)")
      let units = Array(text.text.utf16)
      var open: [TextEntity] = []
      for entity in text.entities {
        let end = Int(entity.offset + entity.length)
        #expect(entity.length > 0 && entity.offset >= 0 && end <= units.count)
        #expect(!UTF16.isTrailSurrogate(units[Int(entity.offset)]))
        #expect(end == units.count || !UTF16.isTrailSurrogate(units[end]))
        open.removeAll { $0.offset + $0.length <= entity.offset }
        #expect(open.allSatisfy { Int($0.offset + $0.length) >= end }, "\(brief(text))")
        #expect(open.allSatisfy { $0.kind != .code && $0.kind != .pre && $0.kind != entity.kind })
        open.append(entity)
      }
    }
  }
}
