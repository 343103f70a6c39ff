import Model

extension RuleIndex {
  /// The positions of the rules that may fit, ascending; nil if no rule is about the chat at all,
  /// whatever the message.
  func candidates(for context: MatchContext) -> [Int]? {
    guard bits.width > 0 else { return nil }
    return RuleSieve.with(bits) { sieve in
      guard keepChat(sieve, context) else { return nil }
      return keepPeople(sieve, context) && keepMessage(sieve, context) && keepText(sieve, context)
        ? sieve.rules : []
    }
  }

  /// The positions of the rules that are about the chat.
  func rulesAboutChat(_ context: MatchContext) -> [Int] {
    guard bits.width > 0 else { return [] }
    return RuleSieve.with(bits) { keepChat($0, context) ? $0.rules : [] }
  }

  private func keepChat(_ sieve: RuleSieve, _ context: MatchContext) -> Bool {
    let chat = context.shared.input.chat
    return sieve.keep(kinds[context.kind])
      && (chats.rows.isEmpty
        || sieve.keepAny { add in
          add(chats[.id(chat.id)])
          if let name = chat.username { add(chats[.username(name.lowercased())]) }
        })
      && (monitors.rows.isEmpty
        || sieve.keepAny { add in for monitor in context.monitors { add(monitors[monitor]) } })
  }

  private func keepPeople(_ sieve: RuleSieve, _ context: MatchContext) -> Bool {
    let sender = context.shared.input.sender
    return keep(contact, sender?.isContact ?? false, sieve)
      && keep(bot, sender?.isBot ?? false, sieve)
      && keep(seenBefore, context.shared.input.isSeenBefore, sieve)
      && tags.map { tags in
        sieve.keepAny { add in
          add(tags.open)
          for tag in context.shared.input.tags { add(tags[tag]) }
        }
      } ?? true
      && senders.map { senders in
        sieve.keepAny { add in
          add(senders.open)
          guard let sender else { return }
          add(senders[.id(.user(sender.id))])
          if let name = sender.username { add(senders[.username(name.lowercased())]) }
        }
      } ?? true
  }

  private func keepMessage(_ sieve: RuleSieve, _ context: MatchContext) -> Bool {
    let message = context.shared.input.message
    return keep(mention, message.mentionsOwner || message.repliesToOwner, sieve)
      && keep(replyToMe, message.repliesToOwner, sieve)
      && keep(forwarded, message.isForwarded, sieve)
      && media.map { sieve.keep($0[message.media?.kind]) } ?? true
      && question.map { sieve.keep($0[context.isQuestion()]) } ?? true
  }

  private func keepText(_ sieve: RuleSieve, _ context: MatchContext) -> Bool {
    guard let words else { return true }
    return sieve.keepAny { add in
      add(words.open)
      if let unanchored { add(unanchored) }
      WordHash.all(in: context.shared.input.message.text, stemLengths: stemLengths) { hash in
        if let row = words.rows[hash] { add(row) }
      }
    }
  }

  private func keep(_ flag: Flag?, _ value: Bool, _ sieve: RuleSieve) -> Bool {
    flag.map { sieve.keep($0[value]) } ?? true
  }
}
