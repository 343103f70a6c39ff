"""The Python side of the benchmarks: Telethon, cryptg and tgcrypto.

One JSON object a line in, one a line out. "ready" is what it prepares, once; "run" what is timed, by
the other side.
"""

import asyncio
import json
import os
import sqlite3
import sys

KEY = bytes(range(32))
IV = bytes(n * 3 % 256 for n in range(32))


class Ciphers:
    """AES-256-IGE in C: cryptg's, which Telethon uses, and tgcrypto's, which Pyrogram uses."""

    def __init__(self, library):
        if library == "cryptg":
            import cryptg

            self.encrypt, self.decrypt = cryptg.encrypt_ige, cryptg.decrypt_ige
        else:
            import tgcrypto

            self.encrypt, self.decrypt = tgcrypto.ige256_encrypt, tgcrypto.ige256_decrypt

    def run(self, times, size, decrypting):
        work = self.decrypt if decrypting else self.encrypt
        data = b"\7" * size
        for _ in range(times):
            work(data, KEY, IV)


class Decoder:
    """Telethon's reader over values that lie one after the other, each behind its length."""

    def __init__(self, path):
        import datetime
        import struct

        from telethon.extensions import BinaryReader

        self.reader = BinaryReader
        self.values = []
        self.readable = []
        data = open(path, "rb").read()
        offset = 0
        index = 0
        while offset < len(data):
            (length,) = struct.unpack_from("<I", data, offset)
            value = data[offset + 4 : offset + 4 + length]
            offset += 4 + length
            try:
                with BinaryReader(value) as reader:
                    reader.tgread_object()
                    whole = reader.tell_position() == length
            except Exception:
                # Random dates lie outside of what Python's can be; such values count for nobody.
                whole = False
            if whole:
                self.values.append(value)
                self.readable.append(index)
            index += 1

    def run(self, times):
        for _ in range(times):
            for value in self.values:
                with self.reader(value) as reader:
                    reader.tgread_object()


class History:
    """Telethon reads a chat and puts its messages into one table, a page a transaction at first hand:
    the requests themselves, without the comfort of iter_messages, which takes twice as long."""

    def __init__(self, session, folder):
        from telethon import TelegramClient
        from telethon.sessions import StringSession

        self.folder = folder
        self.count = 0
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.client = TelegramClient(StringSession(session), 12345, "0" * 32)
        self.loop.run_until_complete(self.client.connect())
        self.loop.run_until_complete(self.client.get_dialogs())

    async def read(self, chat, expected):
        from telethon.tl.functions.messages import GetHistoryRequest

        self.count += 1
        path = os.path.join(self.folder, f"telethon-{self.count}.db")
        table = sqlite3.connect(path)
        table.execute("PRAGMA journal_mode = WAL")
        # As the other side: a transaction does not wait for the disk, so that no disk is measured.
        table.execute("PRAGMA synchronous = NORMAL")
        table.execute(
            "CREATE TABLE messages (chat INTEGER, id INTEGER, sender INTEGER, out INTEGER,"
            " date INTEGER, text TEXT, reply_to INTEGER, PRIMARY KEY (chat, id))"
        )
        peer = await self.client.get_input_entity(chat)
        offset = 0
        total = 0
        rows = []

        def write():
            table.executemany("INSERT OR IGNORE INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            table.commit()
            rows.clear()

        while True:
            page = await self.client(
                GetHistoryRequest(
                    peer, offset_id=offset, offset_date=None, add_offset=0, limit=100,
                    max_id=0, min_id=0, hash=0,
                )
            )
            if not page.messages:
                break
            for message in page.messages:
                sender = message.from_id
                rows.append(
                    (
                        chat,
                        message.id,
                        sender.user_id if sender else chat,
                        message.out,
                        int(message.date.timestamp()),
                        message.message,
                        message.reply_to.reply_to_msg_id if message.reply_to else None,
                    )
                )
            total += len(page.messages)
            offset = page.messages[-1].id
            if len(rows) >= 1000:
                write()
        write()
        stored = table.execute("SELECT count(*) FROM messages").fetchone()[0]
        table.close()
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
        if stored != expected:
            raise RuntimeError(f"{stored} of {expected} messages were stored")

    def run(self, times, chat, expected):
        for _ in range(times):
            self.loop.run_until_complete(self.read(chat, expected))


def main():
    workers = {}
    for line in sys.stdin:
        request = json.loads(line)
        kind = request.pop("do")
        name = request.pop("name")
        try:
            if kind == "ready":
                makers = {"ciphers": Ciphers, "decoder": Decoder, "history": History}
                worker = makers[request.pop("kind")](**request)
                workers[name] = worker
                answer = {"readable": getattr(worker, "readable", None)}
            else:
                workers[name].run(**request)
                answer = {}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
