case "the line comes once a day for each person" {
  at = "2026-08-04 10:00",
  steps = {
    { message = { text = "are you there" }, expect = { text = re "^i'm away", due = { min = "40s", max = "5m" } } },
    { after = "1h", message = { text = "hello?" }, expect = { speech = "none", reason = "limit" } },
    { after = "1m", message = { text = "hi", sender = 6 }, expect = { text = re "^i'm away" } },
    { after = "24h", message = { text = "still away" }, expect = { speech = "reply" } },
  },
}

case "what is urgent is told at once" {
  at = "2026-08-04 10:00",
  message = { name = "Ada", text = "This is URGENT" },
  expect = { rule = "rules/urgent", notify = "from Ada: This is URGENT" },
}

case "at home nothing is said" {
  at = "2026-08-15 00:00",
  message = { text = "welcome back" },
  expect = { speech = "none" },
}

case "the last day counts whole" {
  at = "2026-08-14 23:59",
  message = { text = "one more" },
  expect = { speech = "reply" },
}

case "groups are not read" { at = "2026-08-04 10:00", message = { chat = "group", text = "hi" }, expect = { guard = "unmonitored" } }
