/// Tags of people, as rules write them.
package enum TagText {
  package static let form = "1 to 40 letters, digits, spaces and . _ - signs"

  package static func isOne(_ text: String) -> Bool {
    (1...40).contains(text.count)
      && text.allSatisfy { $0.isLetter || $0.isNumber || " ._-".contains($0) }
      && text.first != " " && text.last != " "
  }
}
