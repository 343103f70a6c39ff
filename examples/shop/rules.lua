-- A shop: customers hear at once whether it is open, and when it opens; orders are confirmed and passed on;
-- complaints are left to a person.

account { zone = "Europe/Prague", hold = "30m", caps = { chat = "10/1h", total = "200/1d" } }

-- A shop's account is there for everybody who writes.
monitor "customers" { "private" }

hours "shop" {
  "mon-fri 09:00-18:00", "sat 09:00-13:00",
  except = holidays("01-01", "05-01", "07-05", "10-28", "12-24..12-26", "2026-08-03..2026-08-14"),
}

-- Quick, and yet not a machine's instant.
delay "counter" { notice = uniform("4s", "15s"), typing = cps(10, 15) }

filter "opening times" {
  any = {
    { text = any_word { "open", "opening", "closed", "opening hours", "your hours", "business hours", "otevřeno", "otevírací", "zavřeno" } },
    { text = re "(?i)^(are|r) (you|u) there" },
  },
}

-- Asked about another time than now: the week is told, and not that the door is open.
filter "another time" {
  text = any_word {
    "monday*", "tuesday*", "wednesday*", "thursday*", "friday*", "saturday*", "sunday*", "weekend*", "tomorrow", "tonight",
    "holiday*", "easter", "christmas", "when", "what time", "until", "till", "hours", "next week",
    "pondělí", "úterý", "středa", "středu", "čtvrtek", "pátek", "sobota", "sobotu", "neděle", "neděli", "zítra", "kdy",
    "svátek", "svátky", "víkend*",
  },
}

local week = "Mon–Fri 9–18, Sat 9–13, closed on Sundays and public holidays and from 3 to 14 August."

filter "complaint" {
  text = any_word { "broken", "refund*", "complain*", "wrong", "damaged", "angry", "lawyer", "reklamac*" },
}

-- Whoever wants an order changed or undone wants a person, too.
filter "change of mind" {
  text = any_word {
    "cancel*", "don't want", "do not want", "no longer", "not need*", "don't need", "change", "changed", "return", "instead",
    "mistake", "storno*", "zruš*", "nechci", "vrátit",
  },
}

-- A complaint is a person's affair, in or out of hours.
rule "complaint" {
  phase = "guard",
  when = { monitor = "customers", filter = "complaint" },
  act = {
    reply { "I'm sorry to hear that. {{owner.first_name}} will look into it personally and write to you.", delay = "counter" },
    notify "COMPLAINT of {{sender.name}}: {{message.text}}",
  },
  limit = "1/1d per chat",
  because = "a complaint",
}

rule "complaint goes on" {
  phase = "guard",
  priority = -1,
  when = { monitor = "customers", filter = "complaint" },
  act = { ignore(), notify "COMPLAINT goes on, {{sender.name}}: {{message.text}}" },
  because = "a complaint; they know that a person looks into it",
}

rule "change of mind" {
  priority = 20,
  when = { monitor = "customers", text = re "(?i)\\b[a-z]-\\d{4}\\b", filter = "change of mind" },
  act = {
    reply { "I've passed this on. Nothing is changed until {{owner.first_name}} confirms it.", delay = "counter" },
    notify "CHANGE of an order, {{sender.name}}: {{message.text}}",
  },
  because = "they want an order changed",
}

-- Order numbers look like A-1234.
rule "order" {
  priority = 10,
  when = { monitor = "customers", text = re "(?i)\\b[a-z]-\\d{4}\\b" },
  run = function(m, x)
    local cut = utf8.offset(m.text, 301)
    local number = m.text:upper():match("%u%-%d%d%d%d")
    local answer = "Thank you! Order " .. number .. " is noted; you'll hear when it is ready."
    if m.is_question then answer = "I've passed your question about order " .. number .. " on; somebody will look." end
    return {
      reply { answer, delay = "counter" },
      notify("order " .. number .. " of " .. m.sender.name .. ": " .. (cut and m.text:sub(1, cut - 1) .. "…" or m.text)),
    }, "order " .. number
  end,
}

rule "opening times" {
  priority = 5,
  when = { monitor = "customers", filter = { "opening times", "another time" } },
  act = reply { "Our hours: " .. week, delay = "counter" },
  because = "asks for the hours of another time",
}

rule "open" {
  when = { monitor = "customers", filter = "opening times", hours = "shop" },
  act = reply { "We're open right now: " .. week, delay = "counter" },
  because = "asks for the hours; the shop is open",
}

rule "closed" {
  when = { monitor = "customers", filter = "opening times", outside = "shop" },
  act = reply { "We're closed right now: " .. week, delay = "counter" },
  because = "asks for the hours; the shop is closed",
}

-- Anything else: in hours somebody at the counter sees it, out of hours it gets a line.
rule "counter" {
  when = { monitor = "customers", hours = "shop" },
  limit = "6/1h per chat",
  act = notify "{{sender.name}}: {{message.text}}",
  because = "the counter answers itself",
}

rule "after hours" {
  when = { monitor = "customers", outside = "shop" },
  limit = "1/12h per chat",
  act = reply { "Thanks for your message! The shop is closed; we'll answer when it opens.", delay = "counter" },
  because = "out of hours",
}
