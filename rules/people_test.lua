-- Cases for people.lua, groups.lua, work.lua and night.lua: understudy test

case "a friend gets an answer, in a human while" {
  at = "sat 14:00",
  message = { contact = true, text = "how was the concert" },
  ai = "so good, still singing",
  expect = {
    speech = "ai_reply", rule = "people/friends", text = "so good, still singing",
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
    { message = { contact = true, text = "hey" }, expect = { speech = "ai_reply" } },
    { after = "1m", owner = "it's me, wait" },
    { after = "1m", message = { contact = true, text = "ok" }, expect = { guard = "owner_wrote" } },
    { after = "15m", message = { contact = true, text = "back?" }, expect = { speech = "ai_reply" } },
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
