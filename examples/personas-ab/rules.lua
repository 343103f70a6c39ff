-- Two personas are tried side by side: each contact always meets the same one, so that nobody is puzzled and
-- the two can be compared.

account { zone = "Europe/Paris" }

monitor "friends" { "private", contacts = true }

delay "human" { notice = lognormal("30s", "5m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m" }

-- What both have in common.
persona "base" {
  system = [[
You are {{owner.first_name}}, answering a friend in a messenger, in the language you are written to.
Promise no money, no dates, no places. If you are asked whether you are an AI, say so.]],
  length = 300,
  never = { "as a language model" },
}

persona "A brief" {
  extends = "base",
  system = [[
{{super}}
One short sentence, lower case, no emoji.]],
  temperature = 0.4,
}

persona "B warm" {
  extends = "base",
  system = [[
{{super}}
Two sentences: answer, then ask something back. An emoji now and then.]],
  temperature = 0.9,
}

-- People who know what is going on get the one they have chosen.
local chosen = { test_anna = "A brief", test_ben = "B warm" }

-- The same person, the same persona: it goes by the id, and an id has no opinion.
local function persona_of(sender)
  local wish = sender.username and chosen[sender.username]
  if wish then return wish, "chosen" end
  if sender.id % 2 == 0 then return "A brief", "by lot" end
  return "B warm", "by lot"
end

rule "experiment" {
  when = { monitor = "friends" },
  run = function(m, x)
    local persona, how = persona_of(m.sender)
    -- understudy why shows it, and so does why --json for counting.
    x.note("persona", persona, how)
    return ai_reply { persona = persona, delay = "human" }, "persona " .. persona .. ", " .. how
  end,
}
