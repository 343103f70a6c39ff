"""Runs kurigram for a test: one JSON object per line in, one per line out.

Each line in names a command and is answered by one line: {"ok": ...} or {"error": ..., "text": ...}.
In between, lines with "event" tell what kurigram's handlers saw. The same commands and rows as those of
the agent for Telethon.
"""

import argparse
import asyncio
import hashlib
import json
import sys

import rsa
from pyrogram import Client, enums, handlers, raw, types, utils
from pyrogram.connection.transport import tcp
from pyrogram.crypto.rsa import PublicKey, server_public_keys
from pyrogram.session import Auth, Session

TRANSPORTS = {
    "abridged": tcp.TCPAbridged,
    "intermediate": tcp.TCPIntermediate,
    "padded": tcp.TCPIntermediatePadded,
    "full": tcp.TCPFull,
    "obfuscated": tcp.TCPAbridgedO,
    "obfuscated-intermediate": tcp.TCPIntermediateO,
}
GROUPS = {enums.ChatType.GROUP, enums.ChatType.SUPERGROUP, enums.ChatType.FORUM}
PEOPLE = {enums.ChatType.PRIVATE, enums.ChatType.BOT}

# Two seconds for a whole start, and fifteen for a call, are little on a busy machine.
Session.START_TIMEOUT = 60
Session.WAIT_TIMEOUT = 60


def tell(**line):
    print(json.dumps(line), flush=True)


def trust(pem):
    """Makes the sandbox's key the only one that kurigram accepts."""
    key = rsa.PublicKey.load_pkcs1(pem)

    def string(number):
        data = number.to_bytes((number.bit_length() + 7) // 8, "big")
        head = bytes([len(data)]) if len(data) < 254 else b"\xfe" + len(data).to_bytes(3, "little")
        return head + data + bytes(-(len(head) + len(data)) % 4)

    digest = hashlib.sha1(string(key.n) + string(key.e)).digest()
    server_public_keys.clear()
    server_public_keys[int.from_bytes(digest[-8:], "little", signed=True)] = PublicKey(key.n, key.e)


class SandboxClient(Client):
    """Takes the sandbox for data center 2."""

    def __init__(self, host, port, **options):
        super().__init__("sandbox", api_id=1, api_hash="sandbox", in_memory=True, **options)
        self.site = host, port

    async def load_session(self):
        await self.storage.open()
        host, port = self.site
        await self.storage.server_address(host)
        await self.storage.port(port)
        if await self.storage.auth_key() is not None:
            return
        await self.storage.api_id(self.api_id)
        await self.storage.dc_id(2)
        await self.storage.date(0)
        await self.storage.test_mode(False)
        await self.storage.auth_key(await Auth(self, 2, host, port, False).create())
        await self.storage.user_id(None)
        await self.storage.is_bot(None)


def proxy(text):
    """HOST:PORT:SECRET or socks5:HOST:PORT:USER:PASSWORD, as kurigram wants it."""
    if not text:
        return None
    if text.startswith("socks5:"):
        host, port, user, password = text.split(":")[1:]
        more = {"username": user, "password": password} if user else {}
        return {"scheme": "socks5", "hostname": host, "port": int(port), **more}
    host, port, secret = text.split(":")
    return {"scheme": "mtproxy", "hostname": host, "port": int(port), "secret": secret}


def chat_name(chat):
    return chat.title or " ".join(filter(None, [chat.first_name, chat.last_name]))


# Our names of the kinds of entities, where they are others.
NAMES = {
    enums.MessageEntityType.BOT_COMMAND: "botCommand",
    enums.MessageEntityType.PHONE_NUMBER: "phone",
    enums.MessageEntityType.TEXT_LINK: "textURL",
    enums.MessageEntityType.TEXT_MENTION: "mentionName",
    enums.MessageEntityType.CUSTOM_EMOJI: "customEmoji",
}
KINDS = {name: kind for kind, name in NAMES.items()}
MODES = {"html": enums.ParseMode.HTML, "md": enums.ParseMode.MARKDOWN}


def entity_row(entity):
    kind = NAMES.get(entity.type, entity.type.name.lower())
    if entity.expandable:
        kind = "expandableBlockquote"
    argument = entity.url or entity.language or entity.custom_emoji_id
    if entity.user:
        argument = entity.user.id
    return {
        "kind": kind,
        "offset": entity.offset,
        "length": entity.length,
        "argument": str(argument) if argument else None,
    }


def media_row(message):
    for kind in ("photo", "voice", "document"):
        media = getattr(message, kind)
        if media:
            waveform = getattr(media, "waveform", None)
            return {
                "kind": kind,
                "name": getattr(media, "file_name", None),
                "mime": getattr(media, "mime_type", None),
                "size": media.file_size,
                "duration": getattr(media, "duration", None),
                "waveform": None if waveform is None else list(waveform),
            }
    return None


def message_row(message):
    sender = message.from_user or message.sender_chat
    origin = message.forward_origin
    source = getattr(origin, "sender_user", None) or getattr(origin, "chat", None)
    reactions = message.reactions.reactions if message.reactions else []
    return {
        "entities": [entity_row(entity) for entity in message.entities or message.caption_entities or []],
        "forwarded_from": source.id if source else None,
        "media": media_row(message),
        "reactions": [reaction.emoji for reaction in reactions],
        "id": message.id,
        "chat": message.chat.id,
        "sender": sender.id if sender else None,
        "text": message.text or message.caption or "",
        "out": bool(message.outgoing),
        "date": int(message.date.timestamp()),
        "reply_to": message.reply_to_message_id,
        "mentioned": bool(message.mentioned),
        "service": message.service is not None,
    }


class Agent:
    def __init__(self, options):
        self.client = SandboxClient(
            options.host,
            options.port,
            protocol_factory=TRANSPORTS[options.transport],
            session_string=options.session or None,
            proxy=proxy(options.proxy),
            workers=1,
            sleep_threshold=0,
            # What it would ask for beside what it was asked.
            fetch_replies=False,
            fetch_topics=False,
            fetch_stories=False,
            fetch_stickers=False,
        )
        self.phone = None
        self.code = None

    async def connect(self):
        return await self.client.connect()

    async def begin(self):
        """What kurigram does at the end of a login: from here on updates are handled."""
        self.client.me = await self.client.get_me()
        await self.client.invoke(raw.functions.updates.GetState())
        await self.client.initialize()
        return self.client.me.id

    async def listen(self):
        async def on_message(_, message):
            sender = message.from_user or message.sender_chat
            tell(
                event="message",
                name=sender and (getattr(sender, "full_name", None) or chat_name(sender)),
                **message_row(message),
            )

        async def on_edit(_, message):
            tell(event="edited", **message_row(message))

        async def on_delete(_, messages):
            tell(event="deleted", ids=[message.id for message in messages])

        async def on_raw(_, update, users, chats):
            if isinstance(update, raw.types.UpdateReadHistoryOutbox):
                tell(event="read", chat=update.peer.user_id, up_to=update.max_id, outbox=True)

        self.client.add_handler(handlers.MessageHandler(on_message))
        self.client.add_handler(handlers.EditedMessageHandler(on_edit))
        self.client.add_handler(handlers.DeletedMessagesHandler(on_delete))
        self.client.add_handler(handlers.RawUpdateHandler(on_raw), group=1)
        # They are added by tasks of the dispatcher.
        while not (self.client.dispatcher.groups.get(0) and self.client.dispatcher.groups.get(1)):
            await asyncio.sleep(0)
        return True

    async def send_code(self, phone):
        self.phone = phone
        self.code = await self.client.send_phone_number_code(phone)
        return self.code.type.name

    async def sign_in(self, code):
        return (await self.client.sign_in(self.phone, self.code.phone_code_hash, code)).id

    async def password(self, password):
        return (await self.client.check_password(password)).id

    async def bot(self, token):
        return (await self.client.sign_in_bot(token)).id

    async def me(self):
        me = await self.client.get_me()
        return {"id": me.id, "name": me.full_name, "phone": me.phone_number}

    async def dialogs(self):
        archive = {dialog.chat.id async for dialog in self.client.get_dialogs(from_archive=True)}
        rows = []
        async for dialog in self.client.get_dialogs():
            chat = dialog.chat
            rows.append(
                {
                    "id": chat.id,
                    "name": chat_name(chat),
                    "unread": dialog.unread_messages_count,
                    "pinned": bool(dialog.is_pinned),
                    "archived": chat.id in archive,
                    "is_user": chat.type in PEOPLE,
                    "is_group": chat.type in GROUPS,
                    "is_channel": chat.type == enums.ChatType.CHANNEL,
                    "top": (dialog.top_message and dialog.top_message.text) or "",
                }
            )
        return rows

    async def history(self, chat, search=None):
        if search is None:
            found = self.client.get_chat_history(chat)
        else:
            found = self.client.search_messages(chat, query=search)
        return [message_row(message) async for message in found]

    async def send(self, chat, text, reply_to=None, entities=None, mode=None):
        reply = types.ReplyParameters(message_id=reply_to) if reply_to else None
        made = entities and [await self.entity(**row) for row in entities]
        sent = await self.client.send_message(
            chat,
            text,
            reply_parameters=reply,
            entities=made,
            parse_mode=MODES.get(mode),
        )
        return message_row(sent)

    async def entity(self, kind, offset, length, argument=None):
        more = {}
        if kind == "expandableBlockquote":
            kind, more = "blockquote", {"expandable": True}
        elif kind == "mentionName":
            more["user"] = await self.client.get_users(int(argument))
        elif argument:
            names = {"textURL": "url", "pre": "language", "customEmoji": "custom_emoji_id"}
            more[names[kind]] = argument
        type = KINDS.get(kind) or enums.MessageEntityType[kind.upper()]
        return types.MessageEntity(type=type, offset=offset, length=length, **more)

    async def forward(self, chat, message, source):
        return message_row(await self.client.forward_messages(chat, source, message))

    async def message(self, chat, message):
        return message_row(await self.client.get_messages(chat, message))

    async def react(self, chat, message, emoji):
        return bool(await self.client.send_reaction(chat, message, emoji))

    async def send_file(self, chat, path, caption="", kind=None, duration=0, waveform=None):
        if kind == "voice":
            sent = await self.client.send_voice(
                chat, path, caption=caption, duration=duration, waveform=bytes(waveform)
            )
        elif kind == "photo":
            sent = await self.client.send_photo(chat, path, caption=caption)
        else:
            sent = await self.client.send_document(
                chat, path, caption=caption, force_document=True
            )
        return message_row(sent)

    async def download(self, chat, message, path):
        found = await self.client.get_messages(chat, message)
        written = await self.client.download_media(found, file_name=path)
        row = media_row(found)
        return {"path": written, **row, "photo": row["kind"] == "photo", "voice": row["kind"] == "voice"}

    async def catch_up(self):
        return True

    async def edit(self, chat, message, text):
        return message_row(await self.client.edit_message_text(chat, message, text))

    async def delete(self, chat, messages):
        return await self.client.delete_messages(chat, messages)

    async def type(self, chat):
        return bool(await self.client.send_chat_action(chat, enums.ChatAction.TYPING))

    async def read(self, chat):
        return await self.client.read_chat_history(chat)

    async def contacts(self):
        return sorted(user.id for user in await self.client.get_contacts())

    async def resolve(self, name):
        # Not by get_chat: it names an InputPeer where the schema has an InputUser.
        return utils.get_peer_id(await self.client.resolve_peer(name))

    async def session(self):
        return await self.client.export_session_string()

    async def log_out(self):
        return bool(await self.client.log_out())

    async def end(self):
        if self.client.is_initialized:
            await self.client.terminate()
        if self.client.is_connected:
            await self.client.disconnect()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--transport", choices=TRANSPORTS, default="abridged")
    parser.add_argument("--session", default="")
    parser.add_argument("--proxy", default="")
    options = parser.parse_args()
    with open(options.key, "rb") as file:
        trust(file.read())
    agent = Agent(options)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        command = json.loads(line)
        try:
            tell(ok=await getattr(agent, command.pop("do"))(**command))
        except Exception as error:
            # Whatever it is, the test is told by name.
            tell(error=type(error).__name__, text=str(error))
    await agent.end()


asyncio.run(main())
