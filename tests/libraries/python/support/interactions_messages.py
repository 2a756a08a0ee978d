"""Steps with messages, in interactions.py."""

import io

import aiohttp
from interactions import ActionRow, Button, ButtonStyle, Embed, File
from interactions.api import events
from interactions.client.errors import HTTPException

from support import stage
from support.steps import Step, check, equal


class MessageSteps:
    def message_steps(self) -> dict[str, Step]:
        return {
            "send": self.send,
            "hear": self.hear,
            "edit": self.edit,
            "react": self.react,
            "reply": self.reply,
            "delete": self.delete,
            "history": self.history,
            "upload": self.upload,
            "pins": self.pins,
            "direct": self.direct,
            "refused": self.refused,
        }

    async def send(self) -> None:
        received = self.event(events.MessageCreate, lambda event: event.message.content == "hello there")
        sent = await self.channel.send("hello there")
        message = (await received).message
        equal(message.id, sent.id)
        equal(int(message.author.id), stage.BOT)
        equal(int(message.guild.id), stage.GUILD)

    async def hear(self) -> None:
        received = self.event(events.MessageCreate, lambda event: event.message.author.id == stage.OWNER)
        await stage.say("from a person")
        message = (await received).message
        equal(message.content, "from a person")
        check("it is no bot", not message.author.bot)

    async def edit(self) -> None:
        message = await self.channel.send("to be edited")
        updated = self.event(events.MessageUpdate, lambda event: event.after.id == message.id)
        await message.edit(content="edited")
        after = (await updated).after
        equal(after.content, "edited")
        check("it says when", after.edited_timestamp)

    async def react(self) -> None:
        message = await self.channel.send("to be liked")
        reacted = self.event(events.MessageReactionAdd, lambda event: event.message.id == message.id)
        await message.add_reaction("👍")
        event = await reacted
        equal(event.emoji.name, "👍")
        equal(int(event.author.id), stage.BOT)
        removed = self.event(events.MessageReactionRemove, lambda event: event.message.id == message.id)
        await message.remove_reaction("👍")
        await removed

    async def reply(self) -> None:
        message = await self.channel.send("to be answered")
        embed = Embed(title="Title", description="Text", color=0x336699)
        embed.add_field("a", "b")
        button = Button(style=ButtonStyle.PRIMARY, label="Press", custom_id="press")
        reply = await message.reply(embed=embed, components=ActionRow(button))
        equal(reply.message_reference.message_id, message.id)
        equal(reply.embeds[0].title, "Title")
        equal(reply.embeds[0].fields[0].value, "b")
        equal(reply.components[0].components[0].custom_id, "press")

    async def delete(self) -> None:
        message = await self.channel.send("to be deleted")
        deleted = self.event(events.MessageDelete, lambda event: event.message.id == message.id)
        await message.delete()
        await deleted
        # The library hides code 10008: it answers None for a message that is not there.
        equal(await self.channel.fetch_message(message.id, force=True), None)

    async def history(self) -> None:
        sent = [(await self.channel.send(f"line {number}")).id for number in range(12)]
        earlier = await self.channel.fetch_messages(limit=5, before=sent[10])
        equal([message.id for message in earlier], sent[9:4:-1])
        later = await self.channel.fetch_messages(limit=5, after=sent[2])
        equal(sorted(message.id for message in later), sent[3:8])
        around = await self.channel.fetch_messages(limit=3, around=sent[6])
        check("the one in the middle is there", sent[6] in [message.id for message in around])
        gone = self.event(events.MessageDeleteBulk)
        await self.channel.delete_messages(sent[:10])
        equal(sorted(int(gone_id) for gone_id in (await gone).ids), [int(sent_id) for sent_id in sent[:10]])

    async def upload(self) -> None:
        sent = await self.channel.send(file=File(io.BytesIO(b"file content"), file_name="note.txt"))
        equal(sent.attachments[0].filename, "note.txt")
        equal(sent.attachments[0].size, 12)
        async with aiohttp.ClientSession() as session, session.get(sent.attachments[0].url) as download:
            equal(await download.read(), b"file content")

    async def pins(self) -> None:
        message = await self.channel.send("worth keeping")
        await message.pin()
        check("it is pinned", message.id in [pin.id for pin in await self.channel.fetch_pinned_messages()])
        await message.unpin()
        check("it is no longer", message.id not in [pin.id for pin in await self.channel.fetch_pinned_messages()])

    async def direct(self) -> None:
        user = await self.client.fetch_user(stage.OWNER)
        sent = await user.send("a private word")
        answered = self.event(
            events.MessageCreate,
            lambda event: event.message.channel.id == sent.channel.id and event.message.author.id == stage.OWNER,
        )
        await stage.say("an answer", sent.channel.id)
        equal((await answered).message.content, "an answer")

    async def refused(self) -> None:
        try:
            await self.channel.send("x" * 2001)
        except HTTPException as refused:
            equal(int(refused.code), 50035)
            check("it says which field", "content" in str(refused.errors))
        else:
            raise AssertionError("too long a message was taken")
