case "an outage in the alert group is told, not answered" {
  at = "sat 03:00",
  steps = {
    { message = { chat = "group", title = "Production alerts", text = "api: 503 errors above 5%" }, expect = { speech = "ignore", notify = "ALERT in Production alerts" } },
    { after = "1m", message = { chat = "group", title = "Production alerts", text = "api: 503 errors RESOLVED" }, expect = { speech = "ignore", notify = false } },
  },
}

case "a colleague gets a line within half a minute" {
  at = "wed 22:00",
  message = { contact = true, name = "Sam", text = "checkout is down" },
  expect = { text = "on it, give me two minutes", notify = "Sam reports", due = { max = "30s" } },
}

case "what is no outage waits, and is told so once" {
  at = "wed 22:00",
  steps = {
    { message = { contact = true, text = "lunch tomorrow?" }, expect = { text = re "^i'm on call" } },
    { after = "5m", message = { contact = true, text = "or friday?" }, expect = { speech = "none" } },
  },
}

case "by day nobody is answered for you" {
  at = "wed 11:00",
  message = { contact = true, text = "checkout is down" },
  expect = { speech = "none", notify = false },
}

case "Monday morning before eight still counts" {
  at = "tue 07:59",
  message = { contact = true, text = "sev1" },
  expect = { rule = "rules/colleague" },
}
