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

filter "needs no answer" {
  any = {
    { text = any_word { "ok", "thanks", "thank you", "great", "lol", "haha" }, length = { max = 20 } },
    { media = { "sticker", "animation" } },
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
