"""Runs Telethon for a test: one JSON object per line in, one per line out.

Each line in names a command and is answered by one line: {"ok": ...} or {"error": ..., "text": ...}.
In between, lines with "event" tell what Telethon's event handlers saw.
"""

import argparse
import asyncio
import json
import sys

from telethon import TelegramClient, errors, events, functions, types, utils
from telethon.crypto import rsa
from telethon.extensions import html, markdown
from telethon.network import connection
from telethon.sessions import StringSession

TRANSPORTS = {
    "abridged": connection.ConnectionTcpAbridged,
    "intermediate": connection.ConnectionTcpIntermediate,
    "full": connection.ConnectionTcpFull,
    "obfuscated": connection.ConnectionTcpObfuscated,
    # These go through an MTProxy, which --proxy names.
    "mtproxy-abridged": connection.ConnectionTcpMTProxyAbridged,
    "mtproxy-intermediate": connection.ConnectionTcpMTProxyIntermediate,
    "mtproxy-padded": connection.ConnectionTcpMTProxyRandomizedIntermediate,
}


def tell(**line):
    print(json.dumps(line), flush=True)


def proxy(text):
    """HOST:PORT:SECRET or socks5:HOST:PORT:USER:PASSWORD, as Telethon wants it."""
    if not text:
        return None
    if text.startswith("socks5:"):
        host, port, user, password = text.split(":")[1:]
        return "socks5", host, int(port), True, user or None, password or None
    host, port, secret = text.split(":")
    return host, int(port), secret


# Our names of the kinds of entities.
KINDS = {
    "mention": types.MessageEntityMention,
    "hashtag": types.MessageEntityHashtag,
    "botCommand": types.MessageEntityBotCommand,
    "url": types.MessageEntityUrl,
    "email": types.MessageEntityEmail,
    "phone": types.MessageEntityPhone,
    "cashtag": types.MessageEntityCashtag,
    "bold": types.MessageEntityBold,
    "italic": types.MessageEntityItalic,
    "underline": types.MessageEntityUnderline,
    "strikethrough": types.MessageEntityStrike,
    "spoiler": types.MessageEntitySpoiler,
    "code": types.MessageEntityCode,
    "pre": types.MessageEntityPre,
    "blockquote": types.MessageEntityBlockquote,
    "textURL": types.MessageEntityTextUrl,
    "mentionName": types.MessageEntityMentionName,
    "customEmoji": types.MessageEntityCustomEmoji,
}
NAMES = {made: name for name, made in KINDS.items()}
ARGUMENTS = {"textURL": "url", "pre": "language", "mentionName": "user_id", "customEmoji": "document_id"}


def entity_row(entity):
    kind = NAMES.get(type(entity), "other")
    argument = getattr(entity, ARGUMENTS.get(kind, ""), None) or None
    if getattr(entity, "collapsed", False):
        kind = "expandableBlockquote"
    return {
        "kind": kind,
        "offset": entity.offset,
        "length": entity.length,
        "argument": argument if argument is None else str(argument),
    }


def media_row(message):
    file = message.file
    if file is None:
        return None
    waveform = None
    for attribute in getattr(file.media, "attributes", []):
        waveform = getattr(attribute, "waveform", None) or waveform
    kinds = [("photo", message.photo), ("voice", message.voice), ("document", message.document)]
    return {
        "kind": next(name for name, value in kinds if value),
        "name": file.name,
        "mime": file.mime_type,
        "size": file.size,
        "duration": file.duration,
        "waveform": None if waveform is None else list(waveform),
    }


def message_row(message):
    forward = message.fwd_from
    results = message.reactions.results if message.reactions else []
    return {
        "entities": [entity_row(entity) for entity in message.entities or []],
        "forwarded_from": utils.get_peer_id(forward.from_id) if forward else None,
        "media": media_row(message),
        "reactions": [found.reaction.emoticon for found in results],
        "id": message.id,
        "chat": message.chat_id,
        "sender": message.sender_id,
        "text": message.raw_text,
        "out": message.out,
        "date": int(message.date.timestamp()),
        "reply_to": message.reply_to_msg_id,
        "mentioned": bool(message.mentioned),
        "service": message.action is not None,
    }


def markup_row(text, entities):
    def row(entity):
        argument = None
        for name in ("url", "language", "document_id"):
            argument = getattr(entity, name, None) or argument
        return {
            "kind": type(entity).__name__.removeprefix("MessageEntity"),
            "offset": entity.offset,
            "length": entity.length,
            "argument": None if argument is None else str(argument),
            "collapsed": bool(getattr(entity, "collapsed", False)),
        }

    return {"text": text, "entities": [row(entity) for entity in entities]}


class Agent:
    def __init__(self, options):
        session = StringSession(options.session)
        if not options.session:
            session.set_dc(2, options.host, options.port)
        self.client = TelegramClient(
            session,
            1,
            "sandbox",
            connection=TRANSPORTS[options.transport],
            proxy=proxy(options.proxy),
            retry_delay=0.01,
            connection_retries=20,
        )
        self.phone = None

    async def connect(self):
        await self.client.connect()
        return await self.client.is_user_authorized()

    async def listen(self):
        async def on_message(event):
            sender = await event.get_sender()
            tell(
                event="message",
                name=utils.get_display_name(sender) if sender else None,
                **message_row(event.message),
            )

        async def on_edit(event):
            tell(event="edited", **message_row(event.message))

        async def on_delete(event):
            tell(event="deleted", ids=event.deleted_ids)

        async def on_read(event):
            tell(event="read", chat=event.chat_id, up_to=event.max_id, outbox=event.outbox)

        async def on_user(event):
            tell(
                event="user",
                user=event.user_id,
                typing=bool(event.typing),
                recording=bool(event.recording),
                online=event.online,
            )

        async def on_raw(update):
            if isinstance(update, types.UpdateMessageReactions):
                tell(
                    event="reactions",
                    id=update.msg_id,
                    chat=utils.get_peer_id(update.peer),
                    emoji=[result.reaction.emoticon for result in update.reactions.results],
                )
            elif isinstance(update, types.UpdateDraftMessage):
                tell(
                    event="draft",
                    chat=utils.get_peer_id(update.peer),
                    text=getattr(update.draft, "message", ""),
                )

        self.client.add_event_handler(on_message, events.NewMessage())
        self.client.add_event_handler(on_edit, events.MessageEdited())
        self.client.add_event_handler(on_delete, events.MessageDeleted())
        self.client.add_event_handler(on_read, events.MessageRead())
        self.client.add_event_handler(on_read, events.MessageRead(inbox=True))
        self.client.add_event_handler(on_user, events.UserUpdate())
        self.client.add_event_handler(on_raw, events.Raw())
        return True

    async def send_code(self, phone):
        self.phone = phone
        sent = await self.client.send_code_request(phone)
        return type(sent.type).__name__

    async def sign_in(self, code):
        return (await self.client.sign_in(self.phone, code)).id

    async def password(self, password):
        return (await self.client.sign_in(self.phone, password=password)).id

    async def bot(self, token):
        return (await self.client.sign_in(bot_token=token)).id

    async def me(self):
        me = await self.client.get_me()
        return {"id": me.id, "name": utils.get_display_name(me), "phone": me.phone}

    async def dialogs(self):
        return [
            {
                "id": dialog.id,
                "name": dialog.name,
                "unread": dialog.unread_count,
                "pinned": dialog.pinned,
                "archived": dialog.archived,
                "is_user": dialog.is_user,
                "is_group": dialog.is_group,
                "is_channel": dialog.is_channel,
                "top": dialog.message.raw_text,
            }
            async for dialog in self.client.iter_dialogs()
        ]

    async def history(self, chat, limit=None, reverse=False, search=None):
        messages = self.client.iter_messages(
            chat, limit=limit, reverse=reverse, search=search, wait_time=0
        )
        return [message_row(message) async for message in messages]

    async def send(self, chat, text, reply_to=None, entities=None, mode=()):
        made = entities and [await self.entity(**row) for row in entities]
        sent = await self.client.send_message(
            chat, text, reply_to=reply_to, formatting_entities=made, parse_mode=mode
        )
        return message_row(sent)

    async def entity(self, kind, offset, length, argument=None):
        if kind == "expandableBlockquote":
            return types.MessageEntityBlockquote(offset, length, collapsed=True)
        if kind == "mentionName":
            user = utils.get_input_user(await self.client.get_input_entity(int(argument)))
            return types.InputMessageEntityMentionName(offset, length, user)
        more = {}
        if kind in ARGUMENTS:
            more[ARGUMENTS[kind]] = int(argument) if kind == "customEmoji" else argument or ""
        return KINDS[kind](offset, length, **more)

    async def forward(self, chat, message, source):
        return message_row(await self.client.forward_messages(chat, message, source))

    async def message(self, chat, message):
        return message_row(await self.client.get_messages(chat, ids=message))

    async def react(self, chat, message, emoji):
        peer = await self.client.get_input_entity(chat)
        reaction = [types.ReactionEmoji(emoji)]
        await self.client(functions.messages.SendReactionRequest(peer, message, reaction=reaction))
        return True

    async def send_file(self, chat, path, caption=None, kind=None, duration=0, waveform=None):
        attributes = None
        if kind == "voice":
            wave = bytes(waveform)
            attributes = [types.DocumentAttributeAudio(duration, voice=True, waveform=wave)]
        sent = await self.client.send_file(
            chat,
            path,
            caption=caption,
            force_document=kind == "document",
            voice_note=kind == "voice",
            attributes=attributes,
        )
        return message_row(sent)

    async def download(self, chat, message, path):
        found = await self.client.get_messages(chat, ids=message)
        written = await self.client.download_media(found, file=path)
        file = found.file
        return {
            "path": written,
            "name": file.name,
            "mime": file.mime_type,
            "size": file.size,
            "duration": file.duration,
            "photo": found.photo is not None,
            "voice": found.voice is not None,
        }

    async def edit(self, chat, message, text):
        return message_row(await self.client.edit_message(chat, message, text))

    async def delete(self, chat, messages):
        results = await self.client.delete_messages(chat, messages)
        return sum(result.pts_count for result in results)

    async def type(self, chat):
        peer = await self.client.get_input_entity(chat)
        action = types.SendMessageTypingAction()
        return await self.client(functions.messages.SetTypingRequest(peer, action))

    async def read(self, chat):
        await self.client.send_read_acknowledge(chat)
        return True

    async def contacts(self):
        found = await self.client(functions.contacts.GetContactsRequest(hash=0))
        return sorted(user.id for user in found.users)

    async def resolve(self, name):
        return utils.get_peer_id(await self.client.get_input_entity(name))

    async def unknown(self):
        return str(await self.client(functions.help.GetAppUpdateRequest(source="")))

    async def read_html(self, texts):
        return [markup_row(*html.parse(text)) for text in texts]

    async def read_markdown(self, texts):
        return [markup_row(*markdown.parse(text)) for text in texts]

    async def write_html(self, texts):
        """Takes HTML, too: what Telethon makes of its own reading of it."""
        return [html.unparse(*html.parse(text)) for text in texts]

    async def catch_up(self):
        """Fetches what was missed, and returns once there is nothing more to fetch."""
        await self.client.catch_up()
        # It has no name for that. An update that was just taken out of the queue is in neither place.
        quiet = 0
        while quiet < 5:
            await asyncio.sleep(0.005)
            busy = self.client._updates_queue.qsize() or self.client._message_box.getting_diff_for
            quiet = 0 if busy else quiet + 1
        return True

    async def session(self):
        return self.client.session.save()

    async def log_out(self):
        return await self.client.log_out()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--transport", choices=TRANSPORTS, default="abridged")
    parser.add_argument("--session", default="")
    parser.add_argument("--proxy", default="")
    options = parser.parse_args()
    with open(options.key) as file:
        rsa.add_key(file.read(), old=False)
    agent = Agent(options)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        command = json.loads(line)
        try:
            tell(ok=await getattr(agent, command.pop("do"))(**command))
        except (errors.RPCError, OSError, EOFError, ValueError) as error:
            tell(error=type(error).__name__, text=str(error))
    await agent.client.disconnect()


asyncio.run(main())
