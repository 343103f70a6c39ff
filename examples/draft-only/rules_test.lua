case "a message gets a draft, and nothing is sent" {
  message = { contact = true, name = "Ada Byron", text = "are you coming on sunday?" },
  ai = "yes, at [?]",
  expect = { speech = "ai_draft", text = "yes, at [?]", reason = "a draft for Ada Byron" },
}

case "thanks and stickers need none" {
  steps = {
    { message = { contact = true, text = "Thanks!" }, expect = { speech = "ignore" } },
    { after = "1m", message = { contact = true, media = "sticker" }, expect = { speech = "ignore" } },
    { after = "1m", message = { contact = true, text = "thanks, and when do we meet tomorrow then?" }, expect = { speech = "ai_draft" } },
  },
}

case "a short question that begins with ok gets a draft" {
  steps = {
    { message = { contact = true, text = "ok, 5 or 6 pm?" }, expect = { speech = "ai_draft" } },
    { after = "1m", message = { contact = true, text = "great, bring wine" }, expect = { speech = "ai_draft" } },
    { after = "1m", message = { contact = true, text = "ok?" }, expect = { speech = "ai_draft" } },
    { after = "1m", message = { contact = true, text = "Ok, great! Thanks a lot 😊" }, expect = { speech = "ignore" } },
    { after = "1m", message = { contact = true, media = "animation", text = "is this you?" }, expect = { speech = "ai_draft" } },
  },
}

case "groups only where you are meant" {
  steps = {
    { message = { chat = "group", text = "who is in?" }, expect = { guard = "unmonitored" } },
    { after = "1m", message = { chat = "group", text = "and you?", reply_to_me = true }, expect = { rule = "rules/group", speech = "ai_draft" } },
  },
}
