-- A landlord and the tenants: what cannot wait reaches you at once, repairs are taken down, and whatever is
-- about money or notice is drafted and never sent.

account { zone = "Europe/Amsterdam", hold = "1h" }

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

filter "emergency" {
  any = {
    { text = any_word { "gas smell", "smell gas", "smells of gas", "burst pipe", "flood*", "fire", "no heating", "locked out", "gaslucht", "lekkage" } },
    { text = any_word { "urgent", "emergency", "spoed" } },
  },
  none = { { text = any_word { "fire alarm battery", "not urgent" } } },
}

filter "repair" {
  text = any_word { "broken", "leak*", "drip*", "repair*", "does not work", "doesn't work", "mould", "boiler", "kapot" },
}

filter "money or notice" {
  text = { any_word { "rent", "deposit", "bill*", "invoice*", "contract", "notice", "move out", "huur", "borg" }, re "(€|EUR)\\s?\\d" },
}

rule "emergency" {
  phase = "guard",
  priority = 10,
  when = { monitor = "tenants", filter = "emergency" },
  limit = "2/1h per chat",
  act = {
    reply {
      "If anybody is in danger, call 112 first. With gas: windows open, no switches, everybody out. I've been told and will call you.",
      delay = "now",
    },
    notify "EMERGENCY, {{sender.name}}: {{message.text}}",
  },
  because = "it cannot wait",
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

-- The first report of a day is taken down, with what is missing for the plumber.
rule "repair" {
  when = { monitor = "tenants", filter = "repair" },
  priority = 10,
  limit = "1/1d per chat",
  run = function(m, x)
    local questions = {}
    if not m.media then questions[#questions + 1] = "could you send a photo" end
    if not m.text:find("since", 1, true) then questions[#questions + 1] = "since when is it so" end
    local asks = #questions > 0 and " " .. table.concat(questions, ", and ") .. "?" or ""
    return {
      reply { "Thanks for telling me, I've written it down." .. asks, delay = "soon" },
      notify("repair, " .. m.sender.name .. ": " .. m.text),
    }, "a repair, " .. #questions .. " questions open"
  end,
}

rule "photo" {
  when = { monitor = "tenants", media = { "photo", "video" } },
  act = { react { "👍", delay = "soon" }, notify "{{sender.name}} sent a picture" },
  because = "a picture, perhaps of the damage",
}

rule "office" {
  when = { monitor = "tenants", outside = "office" },
  limit = "1/12h per chat",
  act = reply { "Thanks! I'm in the office Monday to Friday from nine to five and will answer then.", delay = "soon" },
  because = "out of office hours",
}
