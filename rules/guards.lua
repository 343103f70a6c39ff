-- Guards are asked before all other rules. When a guard ignores a message, nobody else is asked;
-- what it does beside, such as a notice to you, still happens.
-- What they listen for stands in words.lua.

-- Money is never the twin's affair: you are told, and answer yourself.
rule "money" {
  phase = "guard",
  when = { filter = "about money" },
  act = { ignore(), notify "money request from {{sender.name}}: {{message.text}}" },
  because = "it is about money",
}

-- Nobody who means well asks for a login code or a password.
rule "secrets" {
  phase = "guard",
  when = { filter = "about secrets" },
  act = { ignore(), notify "{{sender.name}} asks for a code or password: {{message.text}}" },
  because = "it is about a code or a password",
}

-- Whoever asked for one of these goes on: "so, can you?" A model that reads the chat would know what
-- is meant. So the chat is yours until you have written there, for an hour at most.
rule "hands off" {
  phase = "guard",
  priority = 1,
  when = { any = { "about money", "about secrets" } },
  run = function(m, x)
    local new = not x.shared.chat:get("asked")
    x.shared.chat:set("asked", x.now, { ttl = "1h" })
    if not new then return nil, "the chat is the owner's already" end
    return notify("nobody answers " .. m.chat.title .. " until you do, for an hour at most"), "the chat is the owner's"
  end,
}

rule "still yours" {
  phase = "guard",
  priority = -1,
  run = function(m, x)
    local asked = x.shared.chat:get("asked")
    if not asked or (m.chat.owner_last_wrote or 0) >= asked then return nil, "nothing was asked for" end
    local cut = utf8.offset(m.text, 301)
    local text = cut and m.text:sub(1, cut - 1) .. "…" or m.text
    return { ignore(), notify(m.chat.title .. " goes on: " .. text) }, "they have just asked for money or a code"
  end,
}
