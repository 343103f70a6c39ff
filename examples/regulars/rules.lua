-- Newcomers are welcomed, regulars are known: tags, facts, and what was said before, kept for a season.

account { zone = "Europe/Madrid", hold = "30m", forward = "@studio_booking" }

-- What is said here can be searched in the same chat, and is deleted after three months. Nothing of one chat is
-- ever used in another: neither monitor says share.
monitor "students" { "private", learn = true, keep = "90d" }

delay "soon" { notice = uniform("10s", "1m"), typing = cps(8, 12) }

persona "studio" {
  system = "You answer for {{owner.first_name}}, who teaches the piano. Friendly, brief, no promises of dates.",
  length = 300,
}

rule "welcome" {
  priority = 10,
  when = { monitor = "students", seen_before = false },
  delay = "soon",
  act = {
    reply "Hello {{sender.first_name}}! Tell me how long you have played, and what you would like to play.",
    label "new",
  },
  because = "somebody writes for the first time",
}

-- Whoever asks for a lesson is a student from then on; the message goes on to whoever keeps the calendar.
rule "booking" {
  priority = 5,
  when = { monitor = "students", text = any_word { "lesson*", "book*", "appointment*" } },
  delay = "soon",
  run = function(m, x)
    return {
      reply "I'll look into the calendar and write back today.",
      forward "@studio_booking",
      label { "student", remove = "new" },
      remember { "asked for a lesson: " .. m.text:sub(1, 200), as = "last booking", ttl = "60d" },
    }
  end,
}

-- "I am learning the second nocturne": worth remembering, as long as the chat goes on.
rule "piece" {
  priority = 3,
  when = { monitor = "students", text = re "(?i)\\b(learning|practi[sc]ing) (the )?\\w+" },
  run = function(m, x)
    return remember { m.text:sub(1, 200), as = "piece" }, "what they are working on"
  end,
}

rule "what did we say" {
  priority = 2,
  when = { monitor = "students", tag = "student", question = true },
  delay = "soon",
  run = function(m, x)
    local known = memory.about(m.sender, { limit = 5 })
    for _, one in ipairs(memory.search(m.text, { limit = 5 })) do known[#known + 1] = one end
    if #known == 0 then return ai_reply { persona = "studio", history = 10 } end
    known[#known + 1] = m
    local answer = ai.complete {
      persona = "studio",
      prompt = "Answer the last message; what comes before it is what you know.",
      about = known,
    }
    return reply(answer), "answered with what is remembered"
  end,
}
