-- Alerts and colleagues on call: who is urgent reaches you, everybody else hears when you are back.

-- While hold lasts nothing is told: you are in the chat yourself. So it is short.
account { zone = "Europe/London", hold = "2m" }

-- The team by @name or id, and nobody else: your family's "grandpa fell down" is no outage.
monitor "team" { "@colleague_sam", "@colleague_noor", "u:5001" }

-- The group or channel where people and machines report, and the bot: bots are left alone unless they are named. This
-- one is heard in the group as well as where it writes to you.
monitor "alerts" { titles = { "Production alerts" }, "@alertmanager_bot" }

hours "on call" { "mon-fri 18:00-08:00", days "sat-sun" }

delay "quick" { notice = uniform("5s", "20s"), typing = cps(8, 12) }

-- What takes an alarm back: "resolved", but neither "NOT resolved" nor "resolved, but the api is down again".
filter "taken back" {
  text = any_word { "resolved", "recovered", "all clear", "false alarm" },
  none = {
    { text = re [[(?i)\b(not|never|isn['’]?t|wasn['’]?t|hardly|no longer|nothing is)\b.{0,20}\b(resolved|recovered|all clear|false alarm)\b]] },
    { text = any_word { "but", "still", "down again", "except", "another", "unresolved" } },
  },
}

filter "outage" {
  any = {
    { text = any_word { "outage", "sev1", "sev2", "page me", "data loss" } },
    { text = re [[(?i)\b(api|db|database|site|website|app|prod|production|server|service|checkout|login|everything) down\b]] },
    { text = re [[(?i)\b(is|are|was|were|went|goes|going|seems|looks|still|all) down\b|\bdown (again|since|for everybody|in prod)\b]] },
    { text = re [[(?i)\b5\d\d (errors|responses)]] },
  },
  none = "taken back",
}

-- A group that machines write to is read, and never answered. kind names bots, so that theirs are heard, too. You
-- are told again until you write there, read it, answer the line, or write /ack in Saved Messages; with the last
-- line the alert itself goes to your deputy.
rule "alert" {
  when = { monitor = "alerts", kind = { "group", "channel", "bot" }, filter = "outage" },
  act = {
    ignore(),
    escalate {
      "ALERT in {{chat.title}}: {{message.text}}",
      after = { "5m", "15m", "1h" },
      forward = "@deputy_on_call",
    },
  },
  limit = "12/1h",
  because = "an outage is reported",
}

rule "quiet alerts" {
  when = { monitor = "alerts", kind = { "group", "channel", "bot" } },
  act = ignore(),
  because = "nobody answers the alert channel",
}

rule "colleague" {
  priority = 2,
  when = { monitor = "team", hours = "on call", filter = "outage" },
  limit = "1/15m per chat",
  -- It leaves even if they write about lunch before it has.
  mode = "queued",
  act = {
    reply { "your message is in my alerts. if you hear nothing in five minutes, call me", delay = "quick" },
    escalate { "{{sender.name}} reports: {{message.text}}", after = { "5m", "15m" } },
  },
  because = "a colleague reports an outage",
}

-- What follows is told to you as well, and nobody is sent away with it.
rule "colleague goes on" {
  priority = 1,
  when = { monitor = "team", hours = "on call", filter = "outage" },
  act = { ignore(), notify "{{sender.name}} reports: {{message.text}}" },
  because = "a colleague goes on about an outage",
}

rule "not now" {
  when = { monitor = "team", hours = "on call" },
  limit = "1/4h per chat",
  act = reply { "i'm on call and only look at outages now. tomorrow? (if it is one, write \"outage\")", delay = "quick" },
  because = "on call, and it is no outage",
}
