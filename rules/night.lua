-- At night people sleep. What comes then is answered in the morning.

hours "awake" { "mon-fri 07:30-23:00", "sat 09:00-24:00", "sun 09:00-23:00" }

-- How a person looks at the phone once more: a glance, and a short line.
delay "half asleep" {
  notice = uniform("20s", "90s"),
  typing = cps(3, 5),
}

-- Urgent things wake you, and the other side knows it; once a night for each of them.
rule "urgent" {
  when = {
    monitor = "people",
    outside = "awake",
    text = any_word { "urgent", "emergency", "hospital", "police", "notfall", "срочно", "больниц*" },
  },
  limit = "1/8h per chat",
  act = {
    reply { "i was asleep, one moment, i'm looking", delay = "half asleep" },
    notify "urgent, from {{sender.name}}: {{message.text}}",
  },
  because = "it is urgent, at night",
}

-- Anything else waits for the morning; the delay begins when the hours open.
rule "later" {
  when = { monitor = "people", outside = "awake" },
  defer = "awake",
  act = ai_reply {
    persona = "me",
    delay = "human",
    instruction = "They wrote at night and it is morning now: say good morning first.",
  },
  because = "it is night; the answer waits for the morning",
}
