case "a question in working hours is answered within half an hour" {
  at = "tue 10:00",
  message = { text = "does the logo work on black?" },
  ai = "It does, I'll show you a version.",
  expect = { rule = "rules/in hours", speech = "ai_reply", due = { min = "1s", max = "30m" } },
}

case "money is drafted, never sent" {
  at = "tue 10:00",
  message = { text = "can you do it for 300 €?" },
  expect = { speech = "ai_draft", notify = "writes about money" },
}

case "holidays, vacation and the evening are out of hours" {
  at = "2026-05-01 10:00",
  steps = {
    { message = { text = "quick one" }, expect = { rule = "rules/out of hours" } },
    { at = "2026-07-22 10:00", message = { text = "there?" }, expect = { rule = "rules/out of hours" } },
    { at = "2026-12-26 10:00", message = { text = "merry christmas" }, expect = { rule = "rules/out of hours" } },
    { after = "1h", message = { text = "and a happy new year" }, expect = { speech = "none" } },
    { at = "2026-12-29 10:00", message = { text = "new year, new site" }, expect = { rule = "rules/in hours" } },
  },
}

case "whoever is no client is not read" {
  message = { text = "hi", sender = 77 },
  expect = { guard = "unmonitored" },
}
