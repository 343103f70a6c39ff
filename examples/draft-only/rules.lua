-- Nothing leaves by itself: a draft waits in the input box of every chat, on all of your devices.

account { zone = "America/Toronto", hold = "5m" }

monitor "people" { "private", contacts = true }
monitor "groups" { "group", only = "mentions" }

persona "drafts" {
  system = [[
You write drafts for {{owner.first_name}}, who reads each before sending it.
As {{owner.first_name}} would: short, plain, warm. Where a fact is missing write [?].]],
  length = 600,
}

-- The whole message is such a word or two: "ok, 5 or 6 pm?" wants an answer.
filter "needs no answer" {
  any = {
    { text = re [[(?i)^\W*((ok|okay|k|thanks|thank you|thx|great|lol|(ha)+h?|cool|perfect|a lot|so much|very much)\W*)+$]], question = false },
    { media = { "sticker", "animation" }, length = { max = 0 } },
  },
}

rule "enough said" {
  phase = "guard",
  when = { filter = "needs no answer" },
  act = ignore(),
  because = "it needs no answer",
}

rule "group" {
  when = { monitor = "groups" },
  act = ai_draft { persona = "drafts", history = 30, instruction = "Others read along: nothing private." },
}

rule "person" {
  when = { monitor = "people" },
  run = function(m, x)
    local wanted = m.is_question and "Answer the question first." or nil
    return ai_draft { persona = "drafts", history = 30, instruction = wanted }, "a draft for " .. m.sender.name
  end,
}
