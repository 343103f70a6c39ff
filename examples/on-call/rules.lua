-- Alerts and colleagues on call: who is urgent reaches you, everybody else hears when you are back.

account { zone = "Europe/London", hold = "20m" }

monitor "team" { "private", contacts = true }
monitor "alerts" { titles = { "Production alerts" } }

hours "on call" { "mon-fri 18:00-08:00", days "sat-sun" }

delay "quick" { notice = uniform("5s", "20s"), typing = cps(8, 12) }

filter "outage" {
  any = {
    { text = any_word { "outage", "down", "sev1", "sev2", "page me", "data loss" } },
    { text = re "(?i)\\b5\\d\\d (errors|responses)" },
  },
  none = { { text = any_word { "resolved", "all clear", "false alarm" } } },
}

-- A group that machines write to is read, and never answered.
rule "alert" {
  when = { monitor = "alerts", filter = "outage" },
  act = { ignore(), notify "ALERT in {{chat.title}}: {{message.text}}" },
  limit = "6/1h",
  because = "an outage is reported",
}

rule "quiet alerts" {
  when = { monitor = "alerts" },
  act = ignore(),
  because = "nobody answers the alert channel",
}

rule "colleague" {
  when = { monitor = "team", hours = "on call", filter = "outage" },
  limit = "1/15m per chat",
  act = {
    reply { "on it, give me two minutes", delay = "quick" },
    notify "{{sender.name}} reports: {{message.text}}",
  },
  because = "a colleague reports an outage",
}

rule "not now" {
  when = { monitor = "team", hours = "on call" },
  limit = "1/4h per chat",
  act = reply { "i'm on call and only look at outages now. tomorrow?", delay = "quick" },
  because = "on call, and it is no outage",
}
