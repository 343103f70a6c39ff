-- At night people sleep. What comes then is answered in the morning.

hours "awake" { "mon-fri 07:30-23:00", "sat 09:00-24:00", "sun 09:00-23:00" }

-- How a person looks at the phone once more: a glance, and a short line.
delay "half asleep" {
  notice = uniform("20s", "90s"),
  typing = cps(3, 5),
}

filter "called urgent" {
  text = any_word { "urgent", "urgently", "asap", "emergency", "dringend", "срочно", "urgente" },
  none = { { text = any_word { "not urgent", "nothing urgent", "isn't urgent", "no emergency", "nicht dringend", "не срочно" } } },
}

filter "cannot wait" {
  any = {
    "called urgent",
    {
      text = any_word {
        "hospital", "ambulance", "police", "accident", "notfall", "krankenhaus", "unfall", "больниц*", "авари*", "скорая",
        "скорую", "полици*", "hôpital", "accidente", "policía",
      },
    },
  },
}

-- Urgent things are told to you, and the other side hears how to wake you; the line comes once a night
-- for each of them. The priority puts it before whoever wrote, family too.
rule "urgent" {
  priority = 20,
  when = { monitor = "people", outside = "awake", filter = "cannot wait" },
  limit = "1/8h per chat",
  act = {
    reply { "i'm asleep, and messages don't wake me. if it can't wait, please call", delay = "half asleep" },
    notify "urgent, from {{sender.name}}: {{message.text}}",
  },
  because = "it is urgent, at night",
}

-- What follows is told to you as well; its answer waits for the morning like any other.
rule "urgent again" {
  priority = 19,
  when = { monitor = "people", outside = "awake", filter = "cannot wait" },
  act = notify "urgent again, from {{sender.name}}: {{message.text}}",
  because = "it is urgent, at night, and was said before",
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
