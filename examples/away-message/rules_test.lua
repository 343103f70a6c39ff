case "the line comes once a day for each person" {
  at = "2026-08-04 10:00",
  steps = {
    { message = { contact = true, text = "are you there" }, expect = { text = re "^i'm away", due = { min = "40s", max = "5m" } } },
    { after = "1h", message = { contact = true, text = "hello?" }, expect = { speech = "none", reason = "limit" } },
    { after = "1m", message = { contact = true, text = "hi", sender = 6 }, expect = { text = re "^i'm away" } },
    { after = "24h", message = { contact = true, text = "still away" }, expect = { speech = "reply" } },
  },
}

case "what is urgent is told at once, each time" {
  at = "2026-08-04 10:00",
  steps = {
    { message = { contact = true, name = "Ada", text = "This is URGENT" }, expect = { rule = "rules/urgent", notify = "from Ada: This is URGENT" } },
    { after = "1h", message = { contact = true, name = "Ada", text = "it is an emergency now" }, expect = { speech = "ignore", notify = "urgent again, from Ada" } },
  },
}

case "strangers are not told that you are away" {
  at = "2026-08-04 10:00",
  message = { text = "EARN MONEY, urgent" },
  expect = { guard = "unmonitored" },
}

case "at home nothing is said" {
  at = "2026-08-15 00:00",
  message = { contact = true, text = "welcome back" },
  expect = { speech = "none" },
}

case "the last day counts whole" {
  at = "2026-08-14 23:59",
  message = { contact = true, text = "one more" },
  expect = { speech = "reply" },
}

case "groups are not read" { at = "2026-08-04 10:00", message = { chat = "group", text = "hi" }, expect = { guard = "unmonitored" } }
