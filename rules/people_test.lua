-- Cases for people.lua, groups.lua, work.lua and night.lua: understudy test

case "a friend gets an answer, in a human while" {
  at = "sat 14:00",
  message = { contact = true, text = "how was the concert" },
  ai = "so good, still singing",
  expect = {
    speech = "ai_reply", text = "so good, still singing",
    due = { min = "1s", max = "12m" },
  },
}

case "strangers are not read" {
  message = { text = "buy now!!!" },
  expect = { speech = "none", guard = "unmonitored" },
}

case "a sticker gets a heart" {
  message = { contact = true, media = "sticker" },
  expect = { speech = "ignore", reaction = "❤" },
}

case "family comes before friends" {
  at = "sat 14:00",
  message = { contact = true, username = "mother_of_ada", name = "Anna", text = "are you eating well" },
  expect = { rule = "people/family" },
}

case "at night family is answered in the morning, and what is urgent is told at once" {
  at = "wed 03:00",
  steps = {
    {
      message = { contact = true, username = "mother_of_ada", name = "Anna", text = "can't sleep, thinking of you" },
      expect = { rule = "people/family", due = { min = "4h30m", max = "5h" } },
    },
    {
      after = "10m",
      message = { contact = true, username = "mother_of_ada", name = "Anna", text = "urgent! call me" },
      expect = { rule = "night/urgent", speech = "reply", notify = "urgent, from Anna", due = { max = "4m" } },
    },
    {
      after = "5m",
      message = { contact = true, username = "mother_of_ada", name = "Anna", text = "we are in the hospital" },
      expect = { rule = "people/family", notify = "urgent again, from Anna: we are in the hospital" },
    },
  },
}

case "a sticker of family's is a sticker, and a heart at night waits, too" {
  at = "sat 14:00",
  steps = {
    { message = { contact = true, username = "mother_of_ada", media = "sticker" }, expect = { rule = "people/stickers", speech = "ignore", reaction = "❤" } },
    { at = "sun 03:00", message = { contact = true, sender = 6, media = "sticker" }, expect = { rule = "people/stickers", speech = "ignore", reaction = "❤" } },
    { at = "sun 12:00", message = { contact = true, sender = 6, media = "animation", text = "this is us tomorrow" }, expect = { speech = "ai_reply" } },
  },
}

case "what nobody heard or saw is left to the owner" {
  at = "sat 14:00",
  steps = {
    { message = { contact = true, media = { kind = "voice", duration = 40 } }, expect = { rule = "people/unheard", speech = "ignore", notify = "Robin sent something" } },
    { after = "1m", message = { contact = true, username = "mother_of_ada", sender = 6, media = "video_note" }, expect = { rule = "people/unheard" } },
    { after = "1m", message = { contact = true, sender = 7, media = "photo" }, expect = { rule = "people/unheard" } },
    { after = "1m", message = { contact = true, sender = 7, media = "photo", text = "our new garden" }, expect = { speech = "ai_reply" } },
    { after = "1m", message = { chat = "group", media = "voice", reply_to_me = true }, expect = { rule = "people/unheard" } },
  },
}

case "at work a question is answered briefly, a long one is left" {
  at = "tue 10:00",
  steps = {
    {
      message = { contact = true, text = "do you have the slides?" },
      expect = { speech = "ai_reply", rule = "work/question", reason = "a question at work" },
    },
    {
      after = "1h",
      message = { contact = true, text = ("and what about this? "):rep(20) },
      expect = { speech = "ai_draft", notify = "a draft is waiting" },
    },
  },
}

case "the owner writes, and the twin is silent for a while" {
  at = "sat 14:00",
  steps = {
    { message = { contact = true, text = "i am at the station" }, expect = { speech = "ai_reply" } },
    { after = "1m", owner = "it's me, wait" },
    { after = "1m", message = { contact = true, text = "ok" }, expect = { guard = "owner_wrote" } },
    { after = "15m", message = { contact = true, text = "there you are again" }, expect = { speech = "ai_reply" } },
  },
}

case "at night answers wait, and what is urgent wakes the owner once" {
  at = "wed 02:00",
  steps = {
    {
      message = { contact = true, text = "look at this tomorrow" },
      expect = { rule = "night/later", due = { min = "5h30m", max = "6h" } },
    },
    {
      after = "10m",
      message = { contact = true, text = "URGENT, call me" },
      expect = { rule = "night/urgent", notify = "urgent, from Robin" },
    },
    {
      after = "10m",
      message = { contact = true, text = "it is urgent" },
      expect = { rule = "night/later", notify = "urgent again, from Robin" },
    },
    {
      after = "10m",
      message = { contact = true, sender = 6, text = "not urgent, just a thought" },
      expect = { rule = "night/later", notify = false },
    },
  },
}

case "a group hears the twin only when it is spoken to" {
  at = "sat 14:00",
  steps = {
    { message = { chat = "group", text = "lunch?" }, expect = { guard = "unmonitored" } },
    {
      after = "1m",
      message = { chat = "group", text = "@ada, lunch?", mentions_me = true },
      expect = { speech = "ai_reply", rule = "groups/mentioned" },
    },
  },
}
