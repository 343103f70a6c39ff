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
    { after = "5m", message = { contact = true, media = { kind = "voice", duration = 31 } }, expect = { speech = "ignore", notify = "a voice note from Robin" } },
  },
}

case "Friday's night ends on Saturday at one" {
  at = "sat 00:59",
  steps = {
    { message = { contact = true, text = "still up" }, expect = { rule = "rules/friends" } },
    { after = "2m", message = { contact = true, text = "and now" }, expect = { rule = "rules/night", due = { min = "7h59m", max = "9h" } } },
  },
}
