-- One polite line while you are away, once a day for each person. No model is needed.

account { zone = "Europe/Berlin", hold = "1h" }

monitor "everybody" { "private" }

-- The days that you are away. Nothing happens outside of them.
hours "away" { "00:00-24:00", except = holidays("01-01..07-31", "08-15..12-31") }

delay "soon" { notice = uniform("40s", "3m"), typing = cps(6, 9) }

filter "urgent" { text = any_word { "urgent", "emergency", "asap", "dringend", "notfall*" } }

rule "urgent" {
  when = { monitor = "everybody", hours = "away", filter = "urgent" },
  limit = "1/1d per chat",
  delay = "soon",
  act = {
    reply "i'm away until the 15th, but i've seen this and will call you today",
    notify "urgent while you are away, from {{sender.name}}: {{message.text}}",
  },
  because = "urgent, while away",
}

rule "away" {
  when = { monitor = "everybody", hours = "away" },
  limit = "1/1d per chat",
  delay = "soon",
  act = reply "i'm away until the 15th and read this rarely. if it cannot wait, write \"urgent\".",
  because = "away, and not said today",
}
