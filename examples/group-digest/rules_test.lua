-- Tests are Lua: a long conversation is made in a loop.
local function talk(count, last)
  local steps = { { message = { chat = "group", title = "House 12", text = "hello all 1" }, expect = { speech = "none", notify = false } } }
  for i = 2, count - 1 do
    steps[i] = {
      after = "2m",
      message = { chat = "group", title = "House 12", sender = 7000 + i % 3, text = "word number " .. i },
      expect = { speech = "none", notify = false },
    }
  end
  steps[count] = last
  return steps
end

case "a dozen messages make a digest, and the group hears nothing" {
  at = "tue 10:00",
  ai = "The heating is repaired; Ada asks for the key.",
  steps = talk(12, {
    after = "2m",
    message = { chat = "group", title = "House 12", text = "and the heating works again" },
    expect = { speech = "none", notify = "Digest of House 12, 12 messages:\nThe heating is repaired" },
  }),
}

case "at night there is no digest" {
  at = "tue 23:00",
  steps = talk(12, {
    after = "2m",
    message = { chat = "group", title = "House 12", text = "good night" },
    expect = { speech = "none", notify = false },
  }),
}

case "what is meant for the owner comes at once" {
  message = { chat = "group", title = "Book club", mentions_me = true, text = "@olga, will you bring the cake?" },
  expect = { speech = "none", rule = "rules/for you", notify = "Robin means you" },
}

case "a date is passed on, four times a day" {
  message = { chat = "group", title = "School parents", text = "the meeting is at 18:30 now" },
  expect = { rule = "rules/dates", notify = "School parents: the meeting" },
}

case "when the model is away the rest goes on" {
  at = "tue 10:00",
  ai = false,
  steps = talk(12, {
    after = "2m",
    message = { chat = "group", title = "House 12", text = "the vote is open" },
    expect = { rule = "rules/dates", error = "cannot be reached", notify = "the vote is open" },
  }),
}

case "other groups are not read" {
  message = { chat = "group", title = "Strangers", text = "hello" },
  expect = { guard = "unmonitored" },
}
