-- For people who would rather talk than type, without ears or voice: notes are never answered as if they had been heard. Short
-- ones get a word, long ones a promise to listen, and you hear who is waiting.

account { zone = "Europe/Rome", hold = "20m" }

monitor "people" { "private", contacts = true }

hours "evening" { "mon-fri 18:30-22:30", "sat-sun 10:00-22:30" }

-- At other times a line waits until you are up.
hours "awake" { "mon-fri 07:30-22:30", "sat-sun 10:00-22:30" }

-- A person looks at the phone, and cannot listen right now.
delay "glance" { notice = lognormal("40s", "4m"), typing = cps(5, 8), cap = "8m" }

local long = 60

rule "voice" {
  when = { monitor = "people", media = { "voice", "video_note" } },
  limit = "2/1h per chat",
  defer = "awake",
  run = function(m, x)
    local seconds = m.media.duration or 0
    local who = m.sender.first_name
    if seconds >= long then
      local minutes = math.ceil(seconds / 60)
      return {
        reply { "wow, " .. minutes .. " minutes! i'll listen when i have a quiet moment. if it's urgent, write me a line", delay = "glance" },
        notify(who .. " sent " .. minutes .. " minutes of voice"),
      }, "a long voice note"
    end
    return {
      reply { "can't listen right now, will do in a bit", delay = "glance" },
      react { "👀", delay = "glance" },
    }, "a short voice note"
  end,
}

-- In the evening you have ears yourself.
rule "evening" {
  priority = 10,
  when = { monitor = "people", media = { "voice", "video_note" }, hours = "evening" },
  act = { ignore(), notify "{{sender.name}} sent a voice note" },
  because = "in the evening voice notes are left to the owner",
}

rule "is it urgent" {
  priority = 20,
  when = { monitor = "people", text = any_word { "did you listen", "have you heard it", "listened yet" } },
  limit = "1/2h per chat",
  defer = "awake",
  act = {
    reply { "not yet, sorry! is it urgent? then write me a line", delay = "glance" },
    notify "{{sender.name}} asks whether you have listened",
  },
  because = "they ask about a voice note",
}
