case "asked in hours" {
  at = "sat 12:30",
  message = { text = "are you open?" },
  expect = { rule = "rules/open", text = re "^We're open right now", due = { min = "4s", max = "1m" } },
}

case "asked on a Saturday afternoon, on a holiday, in the holidays, and on the Monday after" {
  at = "2026-05-01 10:00",
  steps = {
    { message = { text = "are you open today?" }, expect = { rule = "rules/closed" } },
    { at = "2026-05-02 14:00", message = { text = "open today?" }, expect = { rule = "rules/closed" } },
    { at = "2026-08-10 10:00", message = { text = "otevřeno?" }, expect = { rule = "rules/closed" } },
    { at = "2026-08-17 10:00", message = { text = "otevřeno?" }, expect = { rule = "rules/open" } },
  },
}

case "asked about another time, the week is told" {
  at = "tue 10:00",
  steps = {
    { message = { text = "open on sunday?" }, expect = { rule = "rules/opening times", text = re "closed on Sundays" } },
    { after = "5m", message = { text = "when do you close, are you open till eight?" }, expect = { rule = "rules/opening times" } },
    { after = "5m", message = { text = "máte v sobotu otevřeno?" }, expect = { text = re "^Our hours: .*Sat 9–13" } },
    { after = "5m", message = { text = "closed?" }, expect = { text = re "^We're open right now" } },
  },
}

case "whoever cancels is not thanked for the order" {
  at = "tue 10:00",
  steps = {
    { message = { text = "please cancel order A-1234" }, expect = { rule = "rules/change of mind", text = re "^I've passed this on", notify = "CHANGE of an order, Robin" } },
    { after = "5m", message = { text = "zrušte prosím A-1234" }, expect = { rule = "rules/change of mind" } },
    { after = "5m", message = { text = "where is order A-1234?" }, expect = { rule = "rules/order", text = re "^I've passed your question about order A-1234" } },
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
    { after = "1h", message = { text = "still broken" }, expect = { speech = "ignore", notify = "COMPLAINT goes on, Robin: still broken" } },
    { at = "tue 21:00", message = { text = "STILL broken" }, expect = { speech = "ignore", notify = "COMPLAINT goes on" } },
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
