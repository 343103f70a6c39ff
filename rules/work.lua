-- In working hours questions are answered briefly, and long ones are left to you.

hours "work" { "mon-fri 09:00-12:30, 13:15-18:00" }

persona "at work" {
  extends = "me",
  system = [[
{{super}}
You are at work: one sentence, and no small talk.]],
  length = 160,
}

delay "between meetings" {
  notice = lognormal("2m", "10m"),
  reading = per_char(0.03),
  typing = cps(6, 9),
  cap = "20m",
}

-- What depends on more than `when` can say is a function. It gets the message and the context, and
-- returns what is to be done; a second value is the reason that `understudy why` will show.
rule "question" {
  when = { monitor = "people", hours = "work", question = true },
  run = function(m, x)
    if text.len(m.text) > 300 then
      return {
        ai_draft { persona = "at work" },
        notify("a long question from " .. m.sender.name .. ": a draft is waiting"),
      }, "long questions are left to the owner"
    end
    return ai_reply { persona = "at work", delay = "between meetings" }, "a question at work"
  end,
}
