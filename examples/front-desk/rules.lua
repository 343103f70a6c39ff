-- Strangers meet a front desk: a greeting, what they want, and the owner decides. Friends are left alone.

account { zone = "Europe/Lisbon", hold = "30m", caps = { chat = "4/1h", total = "60/1d" } }

monitor "strangers" { "private", contacts = false }

hours "open" { "mon-fri 09:00-18:00", except = holidays("12-24..12-26", "01-01") }
delay "desk" { notice = uniform("5s", "30s"), typing = cps(9, 14) }

persona "desk" {
  system = [[
You are the front desk of {{owner.name}}, an assistant and no person; say so if you are asked.
Find out in one question what they want. Promise nothing, name no prices, give out no private data.]],
  length = 300,
  never = { "phone number is", "address is" },
}

filter "spam" {
  any = {
    { text = re "(?i)(https?://|t\\.me/|bit\\.ly/)", length = { max = 200 } },
    { text = any_word { "crypto", "investment*", "casino", "airdrop*", "betting", "earn money" } },
    { forwarded = true },
  },
}

rule "spam" {
  phase = "guard",
  when = { monitor = "strangers", filter = "spam" },
  act = ignore(),
  because = "it looks like spam",
}

rule "first contact" {
  priority = 10,
  when = { monitor = "strangers", hours = "open" },
  limit = "1/30d per chat",
  delay = "desk",
  act = {
    reply "Hello! This is the assistant of {{owner.first_name}}. What is it about? I'll pass it on.",
    notify "somebody new writes: {{sender.name}}: {{message.text}}",
  },
  because = "the first message of a stranger",
}

rule "conversation" {
  when = { monitor = "strangers", hours = "open" },
  limit = "3/1h per chat",
  delay = "desk",
  act = ai_reply { persona = "desk", history = 10 },
  because = "a stranger, at the desk",
}

rule "closed" {
  when = { monitor = "strangers", outside = "open" },
  limit = "1/12h per chat",
  delay = "desk",
  act = reply "The desk opens Monday to Friday at nine. Leave a line, it will be read.",
  because = "the desk is closed",
}
