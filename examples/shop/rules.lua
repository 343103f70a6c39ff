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
    { text = any_word { "open", "opening", "closed", "when do you", "hours", "otevřeno", "otevírací" } },
    { text = re "(?i)^(are|r) (you|u) there" },
  },
}

filter "complaint" {
  text = any_word { "broken", "refund*", "complain*", "wrong", "damaged", "angry", "lawyer", "reklamac*" },
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

-- Order numbers look like A-1234.
rule "order" {
  priority = 10,
  when = { monitor = "customers", text = re "(?i)\\b[a-z]-\\d{4}\\b" },
  run = function(m, x)
    local number = m.text:upper():match("%u%-%d%d%d%d")
    return {
      reply { "Thank you! Order " .. number .. " is noted; you'll hear when it is ready.", delay = "counter" },
      notify("order " .. number .. " of " .. m.sender.name .. ": " .. m.text),
    }, "order " .. number
  end,
}

rule "open" {
  when = { monitor = "customers", filter = "opening times", hours = "shop" },
  act = reply { "Yes, we're open now: Mon–Fri 9–18, Sat 9–13. Come by!", delay = "counter" },
  because = "asks for the hours; the shop is open",
}

rule "closed" {
  when = { monitor = "customers", filter = "opening times", outside = "shop" },
  act = reply { "We're closed right now. Mon–Fri 9–18, Sat 9–13, closed on public holidays.", delay = "counter" },
  because = "asks for the hours; the shop is closed",
}

-- Anything else: in hours somebody at the counter sees it, out of hours it gets a line.
rule "counter" {
  when = { monitor = "customers", hours = "shop" },
  limit = "2/1h per chat",
  act = notify "{{sender.name}}: {{message.text}}",
  because = "the counter answers itself",
}

rule "after hours" {
  when = { monitor = "customers", outside = "shop" },
  limit = "1/12h per chat",
  act = reply { "Thanks for your message! The shop is closed; we'll answer when it opens.", delay = "counter" },
  because = "out of hours",
}
