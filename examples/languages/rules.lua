-- Each is answered in the language they write, by a persona of its own.

account { zone = "Europe/Berlin", hold = "15m" }

monitor "people" { "private", contacts = true }

persona "base" { system = "You are {{owner.first_name}}, writing to a friend: short and friendly." , length = 240 }
persona "german" { extends = "base", system = "{{super}}\nSchreibe Deutsch, per Du.", language = "de" }
persona "russian" { extends = "base", system = "{{super}}\nПиши по-русски, на ты.", language = "ru" }
persona "spanish" { extends = "base", system = "{{super}}\nEscribe en español, de tú.", language = "es" }

delay "human" { notice = lognormal("25s", "4m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m" }

-- A script tells at once; for the rest a few words that every sentence has.
filter "russian" { text = re "\\p{Cyrillic}{2,}" }
filter "german" { text = { any_word { "ich", "und", "nicht", "das", "ist", "wie", "du", "kommst" }, re "[äöüÄÖÜß]" } }
filter "spanish" { text = { any_word { "que", "el", "la", "los", "como", "pero", "hola", "estás" }, re "[¿¡ñ]" } }

rule "russian" { priority = 3, when = { monitor = "people", filter = "russian" }, delay = "human", act = ai_reply { persona = "russian" } }
rule "german" { priority = 2, when = { monitor = "people", filter = "german" }, delay = "human", act = ai_reply { persona = "german" } }
rule "spanish" { priority = 1, when = { monitor = "people", filter = "spanish" }, delay = "human", act = ai_reply { persona = "spanish" } }

-- Nothing known: by the language of their app, else English.
rule "others" {
  when = { monitor = "people" },
  delay = "human",
  run = function(m, x)
    local by_app = { de = "german", ru = "russian", es = "spanish" }
    local code = (m.sender.language or ""):sub(1, 2)
    local persona = by_app[code] or "base"
    return ai_reply { persona = persona }, "by the language of their app: " .. (by_app[code] and code or "en")
  end,
}
