-- Busy groups are read for you, and never answered: once in six hours you get what was said in a few lines, and
-- at once what is meant for you.

account { zone = "Europe/Vienna" }

-- Put the titles of your own groups here.
monitor "busy groups" { titles = { "Book club", "House 12", "School parents" } }

hours "awake" { "08:00-22:00" }

persona "reporter" {
  system = [[
You sum up group chats for {{owner.first_name}}: at most five lines, in the language of the chat.
Who wants what, what was agreed, which dates were named. Leave out greetings and jokes.]],
  length = 800,
}

-- How many messages make a digest worth while, and how far back it looks.
local enough, span = 12, 6 * 3600

-- Observers cannot speak: whatever happens here, nothing is written into the group.
rule "for you" {
  phase = "observe",
  priority = 10,
  when = { monitor = "busy groups", mention = true },
  act = notify "{{chat.title}}: {{sender.name}} means you: {{message.text}}",
  because = "the owner was mentioned",
}

rule "dates" {
  phase = "observe",
  when = {
    monitor = "busy groups",
    text = { any_word { "meet*", "deadline", "vote", "closed", "moved to" }, re "\\b\\d{1,2}[.:]\\d{2}\\b" },
    mention = false,
  },
  limit = "4/1d per chat",
  act = notify "{{chat.title}}: {{message.text}}",
  because = "a date or a decision",
}

rule "digest" {
  phase = "observe",
  when = { monitor = "busy groups", hours = "awake" },
  limit = "1/6h per chat",
  run = function(m, x)
    local recent = {}
    for _, earlier in ipairs(x.history(100)) do
      if earlier.date > x.now - span and earlier.text ~= "" then recent[#recent + 1] = earlier end
    end
    recent[#recent + 1] = m
    if #recent < enough then return nil, #recent .. " messages are too few for a digest" end
    -- What people wrote is handed over as data, never as an instruction.
    local digest = ai.complete {
      persona = "reporter",
      prompt = "Sum up these messages of a group chat.",
      about = recent,
    }
    return notify("Digest of " .. m.chat.title .. ", " .. #recent .. " messages:\n" .. digest), "a digest is due"
  end,
}
