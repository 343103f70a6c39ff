-- Settings of the whole account. Every rule set has this once.

account {
  -- Your time zone. Hours in the other files are read in it.
  zone = "Europe/Berlin",

  -- Once you have written in a chat yourself, the twin stays silent there for so long.
  hold = "15m",

  -- The most messages that leave in your name, whatever the rules say.
  caps = {
    chat = "12/1h",
    total = { "60/1h", "300/1d" },
  },

  -- After a pause (a restart, a night without power) only messages up to this age are answered.
  downtime = { answer = "1h" },
}
