-- In groups the twin is polite: it speaks when spoken to, and seldom.

-- `only = "mentions"`: nothing of a group is read but what mentions you or answers you.
monitor "groups" { "group", only = "mentions" }

rule "mentioned" {
  when = { monitor = "groups" },
  limit = { "3/1h per chat", "10/1d" },
  defer = "awake",
  act = ai_reply {
    persona = "me",
    delay = "human",
    quote = true,
    history = 10,
    instruction = "This is a group; others read along. Say nothing private.",
  },
  because = "the owner was mentioned",
}
