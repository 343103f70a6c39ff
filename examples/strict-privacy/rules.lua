-- As little as possible is read, kept and said. No model ever sees a word.

-- While hold lasts nothing is told either, so it is short; the short word below waits longer for you.
account { zone = "Europe/Zurich", hold = "2m", caps = { chat = "2/1d", total = "10/1d" } }

-- Named people only, and nobody else is stored. What no monitor covers leaves no trace.
monitor "close" { "u:5001", "@partner_noa" }

hours "awake" { "08:00-22:00" }

delay "calm" { notice = lognormal("5m", "30m"), typing = cps(5, 7), cap = "45m" }

-- Whatever is about health, money or the law is not even answered: you are told that something came,
-- without what it says.
filter "delicate" {
  text = any_word {
    "doctor*", "hospital", "diagnos*", "medic*", "lawyer*", "court", "iban", "salary", "tax*", "password*", "code",
  },
}

rule "delicate" {
  phase = "guard",
  when = { monitor = "close", filter = "delicate" },
  act = { ignore(), notify "{{sender.first_name}} wrote something that only you should answer" },
  because = "it is delicate",
}

-- A call for help is never put off with a word: you are told at once, at any hour, and nobody else answers.
filter "call for help" {
  text = any_word {
    "help", "urgent", "emergency", "accident", "ambulance", "police", "please call", "call me", "need you", "scared", "afraid",
    "hurt", "bleeding", "fell", "fallen", "died", "dying", "kill myself", "can't go on", "pick me up",
  },
}

rule "call for help" {
  phase = "guard",
  priority = 1,
  when = { monitor = "close", filter = "call for help" },
  act = { ignore(), notify "{{sender.first_name}} may need you now" },
  because = "it may be a call for help",
}

rule "media" {
  phase = "guard",
  when = { monitor = "close", media = true },
  act = ignore(),
  because = "pictures and voice notes are left alone",
}

rule "received" {
  when = { monitor = "close" },
  limit = "1/1d per chat",
  delay = "calm",
  defer = "awake",
  run = function(m, x)
    if (m.chat.owner_last_wrote or 0) > x.now - 2 * 3600 then return nil, "you have just been in the chat" end
    return reply "got your message, i'll write back when i can sit down with it"
  end,
  because = "a short word that it came",
}
