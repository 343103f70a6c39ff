// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `messageReactions#0a339f0b`
  package struct MessageReactions: TLConstructor {
    package static var constructorID: UInt32 { 0x0a339f0b }
    package let min: Bool
    package let canSeeList: Bool
    package let reactionsAsTags: Bool
    package let results: [API.ReactionCount]
    package let recentReactions: [API.MessagePeerReaction]?
    package let topReactors: [TLRaw]?

    package init(min: Bool = false, canSeeList: Bool = false, reactionsAsTags: Bool = false, results: [API.ReactionCount], recentReactions: [API.MessagePeerReaction]? = nil, topReactors: [TLRaw]? = nil) {
      self.min = min
      self.canSeeList = canSeeList
      self.reactionsAsTags = reactionsAsTags
      self.results = results
      self.recentReactions = recentReactions
      self.topReactors = topReactors
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.min = flagsWord & 0x1 != 0
      self.canSeeList = flagsWord & 0x4 != 0
      self.reactionsAsTags = flagsWord & 0x8 != 0
      self.results = try reader.vector()
      self.recentReactions = flagsWord & 0x2 != 0 ? try reader.vector() : nil
      self.topReactors = flagsWord & 0x10 != 0 ? try reader.rawVector(type: 228) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if min { flagsWord |= 0x1 }
      if recentReactions != nil { flagsWord |= 0x2 }
      if canSeeList { flagsWord |= 0x4 }
      if reactionsAsTags { flagsWord |= 0x8 }
      if topReactors != nil { flagsWord |= 0x10 }
      writer.uint(flagsWord)
      writer.vector(results)
      if let recentReactions { writer.vector(recentReactions) }
      if let topReactors { writer.vector(topReactors) }
    }
  }
}
