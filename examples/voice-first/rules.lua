-- For people who talk rather than type: voice notes are listened to, and answered by voice, in your own. What is typed is
-- answered in writing. Where no voice can be had the same words are sent in writing.

account { zone = "Europe/Rome", hold = "20m" }

monitor "people" {
  "private", contacts = true,
  media = { transcribe = { "voice", "video_note" }, max = "3m" },
}

-- Put the id of your own cloned voice here, or { provider = "openai", id = "nova" }.
persona "me" {
  system = "You are {{owner.first_name}}, talking to a friend. Warm, short, as one speaks: no lists, no emoji, no links.",
  length = 240,
  never = { "IBAN", "password" },
  voice = { provider = "elevenlabs", id = "YOUR-VOICE-ID", stability = 0.4, similarity = 0.8 },
}

-- In the office nobody hears you talk to your phone.
persona "me in the office" { extends = "me", voice = false }

hours "office" { "mon-fri 09:00-12:30, 14:00-18:00" }

-- A voice note is listened to before it is answered.
delay "listen" { notice = lognormal("30s", "4m"), typing = cps(10, 14), cap = "8m" }

-- What was heard is a guess. Money, codes and emergencies are never answered on the strength of one.
rule "careful" {
  phase = "guard",
  when = { monitor = "people", media = { "voice", "video_note" } },
  run = function(m, x)
    local heard = text.fold(m:transcript() or "")
    for _, word in ipairs {
      "iban", "bank", "money", "euro", "dollar", "lend", "loan", "pay me", "pay back", "card", "password", "the code", "your pin",
      "hospital", "accident", "police",
    } do
      if heard:find(word, 1, true) then
        return { ignore(), notify(m.sender.first_name .. " says by voice: " .. m:transcript()) }, "a note about " .. word
      end
    end
  end,
}

rule "talk back" {
  when = { monitor = "people", media = { "voice", "video_note" } },
  limit = "6/1h per chat",
  run = function(m, x)
    local heard = m:transcript()
    if not heard then
      -- Nothing was heard: too long, or nobody could listen. Better honest than wrong.
      return reply { "can't listen right now, will do in a bit", delay = "listen" }, "a note that was not heard"
    end
    if text.len(heard) > 900 then
      return {
        voice_reply { "wow, that was a long one! let me listen again tonight, then i call you", persona = "me", delay = "listen" },
        notify(m.sender.first_name .. " told a long story"),
      }, "a long story"
    end
    return voice_reply { persona = "me", delay = "listen", history = 12 }, "a voice note gets a voice note"
  end,
}

rule "in the office" {
  priority = 10,
  when = { monitor = "people", media = { "voice", "video_note" }, hours = "office" },
  act = voice_reply { persona = "me in the office", delay = "listen", instruction = "You cannot talk now, only type." },
  because = "in the office a voice note gets a line",
}

rule "typed" {
  when = { monitor = "people", media = false },
  act = ai_reply { persona = "me", delay = "listen" },
  because = "what is typed is answered in writing",
}
