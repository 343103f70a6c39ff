case "grandmother has her own persona, and an answer within minutes" {
  at = "sat 12:00",
  message = { contact = true, username = "abuela_carmen", text = "¿Has comido?" },
  expect = { rule = "rules/grandmother", due = { max = "5m" } },
}

case "family comes before friends" {
  at = "sat 12:00",
  message = { contact = true, username = "papa_jorge", text = "call me" },
  expect = { rule = "rules/family" },
}

case "a sticker gets a heart, a voice note is left to you" {
  at = "sat 12:00",
  steps = {
    { message = { contact = true, media = "sticker" }, expect = { speech = "ignore", reaction = "❤" } },
    { after = "5m", message = { contact = true, media = { kind = "voice", duration = 31 } }, expect = { speech = "ignore", notify = "Robin sent something" } },
    { after = "5m", message = { contact = true, media = "photo", text = "our new kitchen" }, expect = { speech = "ai_reply" } },
  },
}

case "so it is with grandmother and the family" {
  at = "sat 12:00",
  steps = {
    { message = { contact = true, username = "abuela_carmen", media = "sticker" }, expect = { speech = "ignore", reaction = "❤" } },
    { after = "5m", message = { contact = true, username = "abuela_carmen", media = "voice" }, expect = { speech = "ignore", notify = "waits for you" } },
    { after = "5m", message = { contact = true, sender = 6, username = "papa_jorge", media = "photo" }, expect = { speech = "ignore", notify = "waits for you" } },
  },
}

case "Friday's night ends on Saturday at one" {
  at = "sat 00:59",
  steps = {
    { message = { contact = true, text = "still up" }, expect = { rule = "rules/friends" } },
    { after = "2m", message = { contact = true, text = "and now" }, expect = { rule = "rules/night", due = { min = "7h59m", max = "9h" } } },
  },
}

case "at night grandmother and the family are answered in the morning, too, in their own voices" {
  at = "wed 03:00",
  steps = {
    { message = { contact = true, username = "abuela_carmen", text = "no puedo dormir" }, expect = { rule = "rules/grandmother", due = { min = "4h30m", max = "5h" } } },
    { after = "1m", message = { contact = true, sender = 6, username = "papa_jorge", text = "look at the moon" }, expect = { rule = "rules/family", due = { min = "4h20m", max = "5h" } } },
    { after = "1m", message = { contact = true, sender = 6, username = "papa_jorge", text = "urgent, call me" }, expect = { rule = "rules/urgent", speech = "reply", notify = "urgent, from Robin" } },
    { after = "1m", message = { contact = true, sender = 6, username = "papa_jorge", text = "we are in the hospital" }, expect = { speech = "ignore", notify = "we are in the hospital" } },
  },
}
