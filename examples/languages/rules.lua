-- Each is answered in the language they write, by a persona of its own.

account { zone = "Europe/Berlin", hold = "15m" }

monitor "people" { "private", contacts = true }

persona "base" { system = "You are {{owner.first_name}}, writing to a friend: short and friendly." , length = 240 }
persona "german" { extends = "base", system = "{{super}}\nSchreibe Deutsch, per Du.", language = "de" }
persona "russian" { extends = "base", system = "{{super}}\nПиши по-русски, на ты.", language = "ru" }
persona "spanish" { extends = "base", system = "{{super}}\nEscribe en español, de tú.", language = "es" }

delay "human" { notice = lognormal("25s", "4m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m" }

-- Guessed from the text itself; nobody is asked.
rule "russian" { when = { monitor = "people", language = "ru" }, delay = "human", act = ai_reply { persona = "russian" } }
rule "german" { when = { monitor = "people", language = "de" }, delay = "human", act = ai_reply { persona = "german" } }
rule "spanish" { when = { monitor = "people", language = "es" }, delay = "human", act = ai_reply { persona = "spanish" } }

-- Another language, or too short to tell: by the one before it in the chat, the language of their app, else
-- English.
rule "others" {
  when = { monitor = "people" },
  priority = -1,
  delay = "human",
  run = function(m, x)
    local personas = { de = "german", ru = "russian", es = "spanish" }
    if m.language then return ai_reply { persona = "base" }, "written in " .. m.language end
    local said = {}
    for _, earlier in ipairs(x.history(10)) do
      if not earlier.mine then said[#said + 1] = earlier.text end
    end
    local code = text.language(table.concat(said, "\n")) or (m.sender.language or "en"):sub(1, 2)
    return ai_reply { persona = personas[code] or "base" }, "too short to tell, and they use " .. code
  end,
}
