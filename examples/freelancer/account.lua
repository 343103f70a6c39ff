account {
  zone = "Europe/Berlin",
  hold = "30m",
  caps = { chat = "6/1h", total = "40/1d" },
}

-- Clients are named: nobody else is read. Write their @names or numbers.
monitor "clients" { "@client_anna", "@client_bernd", "u:5001" }

-- Public holidays come from a calendar of your region, vacations from a line.
hours "work" {
  "mon-thu 09:00-12:30, 13:30-18:00", "fri 09:00-15:00",
  except = holidays("berlin.ics", "2026-07-20..2026-07-31", "12-24", "12-31"),
}
