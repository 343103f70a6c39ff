-- One polite line while you are away, once a day for each person. No model is needed.

account { zone = "Europe/Berlin", hold = "10m" }

-- The people of your address book. Spammers and strangers need not know that you are away.
monitor "people" { "private", contacts = true }

-- The days that you are away. Nothing happens outside of them.
hours "away" { "00:00-24:00", except = holidays("01-01..07-31", "08-15..12-31") }

delay "soon" { notice = uniform("40s", "3m"), typing = cps(6, 9) }

filter "urgent" { text = any_word { "urgent", "emergency", "asap", "dringend", "notfall*" } }

rule "urgent" {
  priority = 2,
  when = { monitor = "people", hours = "away", filter = "urgent" },
  limit = "1/1d per chat",
  delay = "soon",
  act = {
    reply "i'm away until the 15th. this is passed on to me; if it can't wait at all, please call",
    notify "urgent while you are away, from {{sender.name}}: {{message.text}}",
  },
  because = "urgent, while away",
}

-- What is urgent after that is told to you as well.
rule "urgent again" {
  priority = 1,
  when = { monitor = "people", hours = "away", filter = "urgent" },
  act = { ignore(), notify "urgent again, from {{sender.name}}: {{message.text}}" },
  because = "urgent, while away, and they know it",
}

rule "away" {
  when = { monitor = "people", hours = "away" },
  limit = "1/1d per chat",
  delay = "soon",
  act = reply "i'm away until the 15th and read this rarely. if it cannot wait, write \"urgent\".",
  because = "away, and not said today",
}
