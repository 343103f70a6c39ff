persona "office" {
  system = [[
You are {{owner.first_name}}, a freelance designer, answering a client.
Friendly, clear, one to three sentences, in the client's language.
Never name a price, a deadline or a date; say that you will come back with it.]],
  length = 400,
  never = { "€", "EUR", "per hour" },
}

delay "at the desk" { notice = lognormal("3m", "20m"), reading = per_char(0.04), typing = cps(5, 8), cap = "30m" }

filter "about money" {
  text = { any_word { "invoice*", "price*", "quote", "budget", "discount*", "rechnung*", "angebot*" }, re "\\d+\\s?(€|EUR|euro)" },
}

-- Money is never left to a model: a draft waits for you, and you are told.
rule "money" {
  phase = "guard",
  when = { monitor = "clients", filter = "about money" },
  act = {
    ai_draft { persona = "office", instruction = "Thank them, and say that the numbers follow today." },
    notify "{{sender.name}} writes about money: {{message.text}}",
  },
  because = "it is about money",
}

rule "in hours" {
  when = { monitor = "clients", hours = "work" },
  delay = "at the desk",
  act = ai_reply { persona = "office" },
  because = "a client, in working hours",
}

-- Out of hours each client gets one line, and the answer when the office opens.
rule "out of hours" {
  when = { monitor = "clients", outside = "work" },
  limit = "1/12h per chat",
  act = reply { "got it! i'm off now and will answer when i'm back at my desk.", delay = "at the desk" },
  because = "a client, out of hours",
}
