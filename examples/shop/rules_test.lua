case "asked in hours" {
  at = "sat 12:30",
  message = { text = "are you open?" },
  expect = { rule = "rules/open", text = re "open now", due = { min = "4s", max = "1m" } },
}

case "asked on a Saturday afternoon, on a holiday, in the holidays, and on the Monday after" {
  at = "2026-05-01 10:00",
  steps = {
    { message = { text = "when do you open?" }, expect = { rule = "rules/closed" } },
    { at = "2026-05-02 14:00", message = { text = "open today?" }, expect = { rule = "rules/closed" } },
    { at = "2026-08-10 10:00", message = { text = "otevřeno?" }, expect = { rule = "rules/closed" } },
    { at = "2026-08-17 10:00", message = { text = "otevřeno?" }, expect = { rule = "rules/open" } },
  },
}

case "an order is confirmed by its number" {
  at = "tue 22:00",
  message = { name = "Jana Nováková", text = "please prepare b-2041 for friday" },
  expect = {
    speech = "reply", text = "Thank you! Order B-2041 is noted; you'll hear when it is ready.",
    notify = "order B-2041 of Jana Nováková", reason = "order B-2041",
  },
}

case "a complaint reaches a person, whatever else it says" {
  at = "tue 10:00",
  steps = {
    {
      message = { text = "order A-1000 came broken. are you open?" },
      expect = { rule = "rules/complaint", notify = "COMPLAINT of Robin", text = re "personally" },
    },
    { after = "1h", message = { text = "still broken" }, expect = { speech = "none", notify = "Robin: still broken" } },
  },
}

case "anything else is the counter's in hours, and gets a line after them" {
  at = "tue 10:00",
  steps = {
    { message = { text = "do you have blue ones" }, expect = { speech = "none", notify = "do you have blue ones" } },
    { at = "tue 20:00", message = { text = "or green ones" }, expect = { rule = "rules/after hours" } },
    { after = "5m", message = { text = "or red ones" }, expect = { speech = "none" } },
  },
}
