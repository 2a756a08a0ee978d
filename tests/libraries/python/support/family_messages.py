"""Steps with messages."""

import io

from support import stage
from support.steps import PATIENCE, Step, check, equal


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

    def event(self, name: str, accepts: object = None) -> object:
        """The next event of this name that is accepted; to be made before what causes it."""
        return self.client.wait_for(name, check=accepts, timeout=PATIENCE)

    async def send(self) -> None:
        received = self.event("message", lambda message: message.content == "hello there")
        sent = await self.channel.send("hello there")
        message = await received
        equal(message.id, sent.id)
        equal(message.author.id, stage.BOT)
        equal(message.guild.id, stage.GUILD)
        check("the author is a member", isinstance(message.author, self.library.Member))

    async def hear(self) -> None:
        received = self.event("message", lambda message: message.author.id == stage.OWNER)
        await stage.say("from a person")
        message = await received
        equal(message.content, "from a person")
        check("it is no bot", not message.author.bot)

    async def edit(self) -> None:
        message = await self.channel.send("to be edited")
        updated = self.event("message_edit", lambda before, after: after.id == message.id)
        await message.edit(content="edited")
        _, after = await updated
        equal(after.content, "edited")
        check("it says when", after.edited_at)

    async def react(self) -> None:
        message = await self.channel.send("to be liked")
        reacted = self.event("reaction_add", lambda reaction, user: reaction.message.id == message.id)
        await message.add_reaction("👍")
        reaction, user = await reacted
        equal(str(reaction.emoji), "👍")
        equal(user.id, stage.BOT)
        removed = self.event("reaction_remove", lambda reaction, user: reaction.message.id == message.id)
        await message.remove_reaction("👍", self.client.user)
        await removed

    async def reply(self) -> None:
        message = await self.channel.send("to be answered")
        embed = self.library.Embed(title="Title", description="Text", colour=0x336699)
        embed.add_field(name="a", value="b")
        view = self.library.ui.View()
        view.add_item(self.library.ui.Button(label="Press", custom_id="press"))
        reply = await message.reply(embed=embed, view=view)
        view.stop()
        equal(reply.reference.message_id, message.id)
        equal(reply.embeds[0].title, "Title")
        equal(reply.embeds[0].fields[0].value, "b")
        equal(reply.components[0].children[0].custom_id, "press")

    async def delete(self) -> None:
        message = await self.channel.send("to be deleted")
        deleted = self.event("message_delete", lambda gone: gone.id == message.id)
        await message.delete()
        await deleted
        try:
            await self.channel.fetch_message(message.id)
        except self.library.NotFound as absent:
            equal(absent.code, 10008)
        else:
            raise AssertionError("the message is still there")

    async def history(self) -> None:
        sent = [await self.channel.send(f"line {number}") for number in range(12)]
        earlier = [message.id async for message in self.channel.history(limit=5, before=sent[10])]
        equal(earlier, [message.id for message in reversed(sent[5:10])])
        later = [message.id async for message in self.channel.history(limit=5, after=sent[2], oldest_first=True)]
        equal(later, [message.id for message in sent[3:8]])
        around = [message.id async for message in self.channel.history(limit=3, around=sent[6])]
        check("the one in the middle is there", sent[6].id in around)
        gone = self.event("bulk_message_delete")
        await self.channel.delete_messages(sent[:10])
        equal(len(await gone), 10)

    async def upload(self) -> None:
        sent = await self.channel.send(file=self.library.File(io.BytesIO(b"file content"), "note.txt"))
        equal(sent.attachments[0].filename, "note.txt")
        equal(sent.attachments[0].size, 12)
        equal(await sent.attachments[0].read(), b"file content")

    async def pinned(self) -> list[int]:
        return [message.id for message in await self.channel.pins()]

    async def pins(self) -> None:
        message = await self.channel.send("worth keeping")
        await message.pin()
        check("it is pinned", message.id in await self.pinned())
        await message.unpin()
        check("it is no longer pinned", message.id not in await self.pinned())

    async def direct(self) -> None:
        user = await self.client.fetch_user(stage.OWNER)
        channel = await user.create_dm()
        await channel.send("a private word")
        answered = self.event(
            "message", lambda message: message.channel.id == channel.id and message.author.id == stage.OWNER
        )
        await stage.say("an answer", channel.id)
        equal((await answered).content, "an answer")

    async def refused(self) -> None:
        try:
            await self.channel.send("x" * 2001)
        except self.library.HTTPException as refused:
            equal(refused.status, 400)
            equal(refused.code, 50035)
            check("it says which field", "content" in str(refused))
        else:
            raise AssertionError("too long a message was taken")
