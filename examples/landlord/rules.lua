-- A landlord and the tenants: what cannot wait reaches you at once, repairs are taken down, and whatever is
-- about money or notice is drafted and never sent.

-- While hold lasts nothing is said and nothing is told: you are in the chat yourself. So it is short here, and
-- what would talk into your conversation looks at owner_last_wrote below.
account { zone = "Europe/Amsterdam", hold = "2m" }

-- Tenants by @name or id: nobody else is read.
monitor "tenants" { "@tenant_ground_floor", "@tenant_first_floor", "u:5001" }

hours "office" { "mon-fri 09:00-17:00" }

delay "soon" { notice = lognormal("1m", "8m"), reading = per_char(0.03), typing = cps(6, 9), cap = "20m" }
delay "now" { notice = uniform("5s", "20s"), typing = cps(9, 12) }

persona "landlord" {
  system = [[
You are {{owner.first_name}}, who lets flats, writing to a tenant: polite and clear, three sentences at most,
in the tenant's language. Agree to nothing: no sums, no dates, no repairs.]],
  length = 500,
}

-- Danger is danger, whatever else the message says: nothing takes these words back.
filter "danger" {
  text = {
    any_word {
      "gas smell", "gas leak", "gaslucht", "gaslek", "burst pipe", "flood*", "water everywhere", "lekkage", "sparks",
      "electric shock", "carbon monoxide", "no heating", "locked out", "break-in", "broken into",
    },
    re [[(?i)\b(smell|smells|smelling|smelled|stinks|leaking|hissing)\b.{0,20}\bgas\b]],
    re [[(?i)\bgas\b.{0,20}\b(smell|smells|leak|leaks|leaking|hissing|escaping)\b]],
    -- A fire or smoke, but not the words "fire alarm" and "smoke detector" by themselves.
    re [[(?i)\b(fire|smoke|brand)\b(\s*$|[^\s]|\s+[^ad\s]|\s+a[^l]|\s+d[^e])]],
  },
}

filter "alarm rings" {
  text = any_word { "fire alarm", "smoke alarm", "smoke detector", "brandalarm", "rookmelder" },
  none = { { text = any_word { "battery", "batteries", "batterij" } } },
}

filter "called urgent" {
  text = any_word { "urgent", "emergency", "spoed" },
  none = {
    { text = any_word { "not urgent", "nothing urgent", "isn't urgent", "no emergency", "not an emergency", "geen spoed" } },
  },
}

filter "emergency" { any = { "danger", "alarm rings", "called urgent" } }

filter "repair" {
  text = any_word { "broken", "leak*", "drip*", "repair*", "does not work", "doesn't work", "mould", "boiler", "kapot" },
}

filter "money or notice" {
  text = { any_word { "rent", "deposit", "bill*", "invoice*", "contract", "notice", "move out", "huur", "borg" }, re "(€|EUR)\\s?\\d" },
}

rule "emergency" {
  phase = "guard",
  priority = 12,
  when = { monitor = "tenants", filter = "emergency" },
  limit = "1/1h per chat",
  act = {
    reply {
      "If anybody is in danger, call 112 first. With gas: windows open, no switches, everybody out. This is passed on to me; if I don't ring within ten minutes, call me.",
      delay = "now",
    },
    notify "EMERGENCY, {{sender.name}}: {{message.text}}",
  },
  because = "it cannot wait",
}

-- What follows is told to you each time. The other side hears thrice that it is, and then no more.
rule "emergency goes on" {
  phase = "guard",
  priority = 11,
  when = { monitor = "tenants", filter = "emergency" },
  limit = "3/1h per chat",
  act = {
    reply { "I have this message, too. If it gets worse: 112, and then call me.", delay = "now" },
    notify "EMERGENCY goes on, {{sender.name}}: {{message.text}}",
  },
  because = "it cannot wait, and goes on",
}

rule "emergency told" {
  phase = "guard",
  priority = 10,
  when = { monitor = "tenants", filter = "emergency" },
  act = { ignore(), notify "EMERGENCY goes on, {{sender.name}}: {{message.text}}" },
  because = "it cannot wait; they know that it is passed on",
}

rule "money or notice" {
  when = { monitor = "tenants", filter = "money or notice" },
  priority = 20,
  act = {
    ai_draft { persona = "landlord", instruction = "Thank them, and say that you will look it up and answer in writing." },
    notify "{{sender.name}} writes about money or the contract: a draft is waiting",
  },
  because = "it is about money or the contract",
}

-- The first characters of a text: a notice holds a thousand.
local function start(s)
  local cut = utf8.offset(s, 301)
  return cut and s:sub(1, cut - 1) .. "…" or s
end

-- Whether you have been in the chat yourself within these hours.
local function spoken(m, x, hours) return (m.chat.owner_last_wrote or 0) > x.now - hours * 3600 end

-- The first report of a day is taken down, with what is missing for the plumber.
rule "repair" {
  when = { monitor = "tenants", filter = "repair" },
  priority = 10,
  limit = "1/1d per chat",
  run = function(m, x)
    local report = notify("repair, " .. m.sender.name .. ": " .. start(m.text))
    if spoken(m, x, 1) then return { ignore(), report }, "a repair, while you talk" end
    local questions = {}
    if not m.media then questions[#questions + 1] = "could you send a photo" end
    if not m.text:find("since", 1, true) then questions[#questions + 1] = "since when is it so" end
    local asks = #questions > 0 and " " .. table.concat(questions, ", and ") .. "?" or ""
    return {
      reply { "Thanks for telling me, I've written it down." .. asks, delay = "soon" },
      report,
    }, "a repair, " .. #questions .. " questions open"
  end,
}

rule "photo" {
  when = { monitor = "tenants", media = { "photo", "video" } },
  act = { react { "👍", delay = "soon" }, notify "{{sender.name}} sent a picture" },
  because = "a picture, perhaps of the damage",
}

rule "voice" {
  when = { monitor = "tenants", media = { "voice", "video_note" } },
  priority = 5,
  act = {
    reply { "I can't listen to this right now. If it cannot wait, write the word emergency.", delay = "now" },
    notify "a voice note from {{sender.name}}",
  },
  because = "nobody has heard it",
}

rule "office" {
  when = { monitor = "tenants", outside = "office" },
  limit = "1/12h per chat",
  run = function(m, x)
    if spoken(m, x, 12) then return nil, "you have written there today" end
    return reply { "Thanks! I'm in the office Monday to Friday from nine to five and will answer then.", delay = "soon" }
  end,
  because = "out of office hours",
}
