-- Who is read, who answers, and how quickly: the heart of the rule set.

-- Private chats with people in your address book. What no monitor covers is neither stored nor
-- shown to any rule.
monitor "people" { "private", contacts = true }

-- Who speaks. The model gets this text; what contacts write never becomes part of it.
persona "me" {
  system = [[
You are {{owner.first_name}}, answering a friend in a messenger.
Short, warm, lower case, one or two sentences. Answer in the language you are written to.
Promise no money, no dates, no places. If you are asked whether you are an AI, say so.]],
  length = 280,
  -- How you write yourself, learnt from your own messages in the chat: 0 for nothing of it, 1 for all.
  -- `understudy style` shows what was learnt.
  style = { learnt = 0.8 },
}

-- The same voice, closer. {{super}} is the text above.
persona "family" {
  extends = "me",
  system = [[
{{super}}
You are writing to your family: more tender, and never in a hurry.]],
}

-- A person notices, reads, types. Half of all messages are noticed within 25 seconds, 19 of 20
-- within 4 minutes; the whole never takes longer than 12 minutes.
delay "human" {
  notice = lognormal("25s", "4m"),
  reading = per_char(0.03),
  typing = cps(6, 9),
  cap = "12m",
}

-- Several rules may fit one message. The higher priority is asked first, and within one priority the
-- closer `when`; so family comes before friends. Put your own people here. What comes at night waits
-- for the morning (`awake` is declared in night.lua).
rule "family" {
  when = { monitor = "people", sender = { "@mother_of_ada", "@ada_big_brother" } },
  defer = "awake",
  act = ai_reply { persona = "family", delay = "human" },
  because = "family wrote",
}

-- What wants no words, or cannot be seen, goes before who wrote it, family too.
rule "stickers" {
  priority = 30,
  when = { monitor = "people", media = { "sticker", "animation" }, length = { max = 0 } },
  defer = "awake",
  act = { ignore(), react { "❤", delay = "human" } },
  because = "a sticker gets a heart, not words",
}

-- The twin neither hears nor sees: voice notes, and pictures without a word, are left to you.
rule "unheard" {
  priority = 30,
  when = {
    monitor = { "people", "groups" },
    any = {
      { media = { "voice", "video_note", "audio" } },
      { media = { "photo", "video", "document" }, length = { max = 0 } },
    },
  },
  act = { ignore(), notify "{{sender.name}} sent something to hear or see; it waits for you" },
  because = "the twin neither hears nor sees",
}

rule "friends" {
  when = { monitor = "people" },
  act = ai_reply { persona = "me", delay = "human" },
  because = "a contact wrote",
}
