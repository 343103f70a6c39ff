account { zone = "Europe/Madrid", hold = "10m" }

monitor "people" { "private", contacts = true }

persona "me" {
  system = [[
You are {{owner.first_name}}, writing to a friend. Lower case, no full stop at the end, an emoji now and then.
One or two short sentences. Answer in the language you are written to.
If you are asked whether you are an AI, say so. Promise no money, no dates, no places.]],
  length = 240,
  -- Your own manner, learnt from what you have written in each chat yourself, and four of your messages to go by.
  style = { learnt = 0.8, examples = 4 },
}

-- The same voice, nearer: {{super}} is the text above.
persona "family" {
  extends = "me",
  system = "{{super}}\nThis is your family: ask back, and never be in a hurry.",
}

persona "grandmother" {
  extends = "family",
  system = "{{super}}\nGrandmother reads on a big screen: whole words, capital letters, no emoji.",
  language = "es",
  -- One message at a time, however you write to others.
  style = { learnt = 0.5, rows = false },
}

delay "friends" { notice = lognormal("30s", "5m"), reading = per_char(0.03), typing = cps(6, 9), cap = "15m" }
delay "family" { notice = lognormal("15s", "1m"), reading = per_char(0.03), typing = cps(5, 7), cap = "5m" }

hours "awake" { "mon-thu 07:30-23:30", "fri-sat 09:00-01:00", "sun 09:00-23:30" }

-- Within one priority the closer `when` is asked first: a person before everybody.
rule "grandmother" {
  when = { monitor = "people", sender = "@abuela_carmen" },
  delay = "family",
  defer = "awake",
  act = ai_reply { persona = "grandmother", history = 40 },
}

rule "family" {
  when = { monitor = "people", sender = { "@hermana_lucia", "@papa_jorge" } },
  delay = "family",
  defer = "awake",
  act = ai_reply { persona = "family", history = 40 },
}

-- Stickers and voice notes want other things than words, whoever sends them: the priority puts these two
-- before the people above.
rule "stickers" {
  priority = 30,
  when = { monitor = "people", media = { "sticker", "animation" }, length = { max = 0 } },
  defer = "awake",
  act = { ignore(), react { "❤", delay = "friends" } },
}

rule "voice" {
  priority = 30,
  when = {
    monitor = "people",
    any = {
      { media = { "voice", "video_note", "audio" } },
      { media = { "photo", "video", "document" }, length = { max = 0 } },
    },
  },
  act = { ignore(), notify "{{sender.name}} sent something to hear or see; it waits for you" },
}

-- At night what is urgent is told to you each time, and no model touches it; the other side hears it once.
filter "urgent" {
  text = any_word { "urgent", "urgente", "emergency", "emergencia", "hospital", "accident", "accidente", "policía" },
}

rule "urgent" {
  priority = 20,
  when = { monitor = "people", outside = "awake", filter = "urgent" },
  limit = "1/8h per chat",
  act = {
    reply { "i'm asleep and messages don't wake me, please call if it can't wait", delay = "friends" },
    notify "urgent, from {{sender.name}}: {{message.text}}",
  },
}

rule "urgent again" {
  priority = 19,
  when = { monitor = "people", outside = "awake", filter = "urgent" },
  act = { ignore(), notify "urgent again, from {{sender.name}}: {{message.text}}" },
}

rule "night" {
  when = { monitor = "people", outside = "awake" },
  defer = "awake",
  act = ai_reply { persona = "me", delay = "friends", instruction = "It is morning now: say good morning first." },
}

rule "friends" {
  when = { monitor = "people" },
  delay = "friends",
  act = ai_reply { persona = "me" },
}
