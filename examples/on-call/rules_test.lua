case "an outage in the alert group is told, not answered" {
  at = "sat 03:00",
  steps = {
    { message = { chat = "group", title = "Production alerts", text = "api: 503 errors above 5%" }, expect = { speech = "ignore", escalate = "ALERT in Production alerts" } },
    { after = "1m", message = { chat = "group", title = "Production alerts", text = "api: 503 errors RESOLVED" }, expect = { speech = "ignore", escalate = false } },
  },
}

case "so it is when the alerts' bot writes to you, or posts into a channel" {
  at = "sat 03:00",
  steps = {
    { message = { chat = "bot", sender = 900, bot = true, username = "alertmanager_bot", text = "outage: api" }, expect = { rule = "rules/alert", speech = "ignore", escalate = "outage: api" } },
    { after = "1m", message = { chat = "bot", sender = 900, bot = true, username = "alertmanager_bot", text = "deployed" }, expect = { rule = "rules/quiet alerts", escalate = false } },
    { after = "1m", message = { chat = "channel", title = "Production alerts", text = "db is down" }, expect = { rule = "rules/alert", escalate = "ALERT in Production alerts: db is down" } },
  },
}

case "in the group the bot that is named is heard, and no other" {
  at = "sat 03:00",
  steps = {
    { message = { chat = "group", title = "Production alerts", sender = 900, bot = true, username = "alertmanager_bot", text = "outage: api" }, expect = { rule = "rules/alert", escalate = "ALERT in Production alerts: outage: api" } },
    { after = "1m", message = { chat = "group", title = "Production alerts", sender = 901, bot = true, username = "other_bot", text = "outage: api" }, expect = { guard = "bot" } },
  },
}

case "a colleague gets a line within half a minute" {
  at = "wed 22:00",
  steps = {
    { message = { name = "Sam", text = "checkout is down" }, expect = { text = re "^your message is in my alerts", escalate = "Sam reports", due = { max = "30s" } } },
    { after = "5m", message = { name = "Sam", text = "outage is NOT resolved" }, expect = { rule = "rules/colleague goes on", speech = "ignore", notify = "NOT resolved" } },
    { after = "1m", owner = "looking" },
    { after = "5m", message = { name = "Sam", text = "resolved, but the db is down again" }, expect = { speech = "ignore", notify = "Sam reports" } },
    { after = "5m", message = { name = "Sam", text = "outage resolved, all clear" }, expect = { notify = false, escalate = false } },
  },
}

case "what is no outage waits, and is told so once" {
  at = "wed 22:00",
  steps = {
    { message = { text = "lunch tomorrow?" }, expect = { text = re "^i'm on call" } },
    { after = "5m", message = { text = "or friday?" }, expect = { speech = "none" } },
    { after = "5m", message = { text = "shall i write it down for you" }, expect = { notify = false } },
  },
}

case "whoever is not of the team is not even read" {
  at = "wed 22:00",
  message = { contact = true, sender = 7, name = "Mum", text = "grandpa fell down the stairs" },
  expect = { guard = "unmonitored" },
}

case "you are told again until you react, and at last your deputy gets the alert" {
  at = "sat 03:00",
  steps = {
    { message = { chat = "group", title = "Production alerts", text = "checkout is down" } },
    { after = "5m", expect = { escalate = "2 of 4: nobody has reacted" } },
    { after = "10m", expect = { escalate = "3 of 4", forward = false } },
    { after = "45m", expect = { escalate = "4 of 4", forward = "@deputy_on_call" } },
  },
}

case "once you have seen it, it is quiet" {
  at = "sat 03:00",
  steps = {
    { message = { chat = "group", title = "Production alerts", text = "checkout is down" } },
    { after = "6m", expect = { escalate = "2 of 4" } },
    { reacts = "acknowledges" },
    { after = "2h", expect = { escalate = false } },
  },
}

case "by day nobody is answered for you" {
  at = "wed 11:00",
  message = { text = "checkout is down" },
  expect = { speech = "none", notify = false, escalate = false },
}

case "Monday morning before eight still counts" {
  at = "tue 07:59",
  message = { text = "sev1" },
  expect = { rule = "rules/colleague" },
}
