-- No model sees a word of anybody who has not agreed to it. Whoever writes is asked once; the answer is a tag, and
-- the rule that lets a model answer asks for the tag.

account { zone = "Europe/Amsterdam", hold = "30m" }

monitor "people" { "private" }

delay "soon" { notice = uniform("10s", "2m"), typing = cps(7, 10) }

persona "me" {
  system = "You write for {{owner.first_name}}, who is away. Short and warm. Promise no money, dates or places.",
  length = 300,
  -- Said before the first answer in a chat, and whenever somebody asks.
  disclosure = {
    first = "This is {{owner.first_name}}'s assistant program.",
    asked = "Yes, I am a program that writes for {{owner.first_name}}.",
  },
}

filter "agreed" { tag = "agreed" }
filter "refused" { tag = "refused" }

-- From then on nothing of theirs goes to a model any more, whatever they said before.
rule "withdraw" {
  priority = 30,
  when = { monitor = "people", text = any_word { "no robot", "no bot", "no ai", "stop the robot", "stop the bot" } },
  act = {
    reply { "All right, no program will answer you. {{owner.first_name}} will.", delay = "soon" },
    label { "refused", remove = "agreed" },
  },
  because = "they want no program",
}

-- Only a plain yes or no to the question that was asked counts, and only within two days.
rule "answer" {
  priority = 20,
  when = { monitor = "people", text = any_word { "yes", "no" }, length = { max = 40 } },
  run = function(m, x)
    if not x.shared.chat:get "asked" then return nil, "nothing was asked" end
    local words = text.words(m.text)
    local yes, no = false, false
    for _, word in ipairs(words) do
      if word == "yes" then yes = true end
      if word == "no" then no = true end
    end
    if yes == no then return nil, "neither a yes nor a no" end
    x.shared.chat:set("asked", nil)
    if yes then
      return {
        reply { 'Thank you. Write "no robot" at any time, and it stops.', delay = "soon" },
        label { "agreed", remove = "refused" },
      }, "they agree"
    end
    return {
      reply { "Fine, then " .. x.owner.first_name .. " will answer.", delay = "soon" },
      label "refused",
    }, "they do not agree"
  end,
}

rule "ask" {
  priority = 10,
  when = { monitor = "people", none = { "agreed", "refused" } },
  run = function(m, x)
    if x.shared.chat:get "asked" then return nil, "the question is still open" end
    x.shared.chat:set("asked", true, { ttl = "2d" })
    return reply {
      "I'm away. May a program with AI answer you until I am back? What you write would go to it. Please say yes or no.",
      delay = "soon",
    }
  end,
  limit = "1/30d per chat",
}

rule "talk" {
  when = { monitor = "people", filter = "agreed" },
  act = ai_reply { persona = "me", delay = "soon" },
  because = "they have agreed",
}
