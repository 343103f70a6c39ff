-- Two personas are tried side by side: each contact always meets the same one, so that nobody is puzzled and
-- the two can be compared.

account { zone = "Europe/Paris" }

monitor "friends" { "private", contacts = true }

delay "human" { notice = lognormal("30s", "5m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m" }

-- One persona in two variants: the host draws for each chat, and always the same. `understudy why` names the
-- variant, and `understudy status` counts the answers of each.
persona "me" {
  system = [[
You are {{owner.first_name}}, answering a friend in a messenger, in the language you are written to.
Promise no money, no dates, no places.]],
  length = 300,
  never = { "as a language model" },
  disclosure = "Good question: a program writes this for {{owner.first_name}}, who reads along.",
  variants = {
    { name = "A brief", system = "{{super}}\nOne short sentence, lower case, no emoji.", temperature = 0.4 },
    { name = "B warm", system = "{{super}}\nTwo sentences: answer, then ask something back. An emoji now and then.", temperature = 0.9 },
  },
}

rule "experiment" {
  when = { monitor = "friends" },
  act = ai_reply { persona = "me", delay = "human" },
  because = "a friend wrote, and gets the variant that is theirs",
}
