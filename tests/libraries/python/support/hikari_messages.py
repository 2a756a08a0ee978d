"""Steps with messages, in hikari."""

import hikari

from support import stage
from support.steps import Step, check, equal

CHANNEL = stage.CHANNEL


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
        received = self.event(hikari.GuildMessageCreateEvent, lambda event: event.content == "hello there")
        sent = await self.rest.create_message(CHANNEL, "hello there")
        event = await received
        equal(event.message_id, sent.id)
        equal(event.author_id, stage.BOT)
        equal(event.guild_id, stage.GUILD)
        check("the author is a member", event.message.member)

    async def hear(self) -> None:
        received = self.event(hikari.GuildMessageCreateEvent, lambda event: event.author_id == stage.OWNER)
        await stage.say("from a person")
        event = await received
        equal(event.content, "from a person")
        check("it is no bot", event.is_human)

    async def edit(self) -> None:
        message = await self.rest.create_message(CHANNEL, "to be edited")
        updated = self.event(hikari.GuildMessageUpdateEvent, lambda event: event.message_id == message.id)
        await message.edit("edited")
        event = await updated
        equal(event.content, "edited")
        check("it says when", event.message.edited_timestamp)

    async def react(self) -> None:
        message = await self.rest.create_message(CHANNEL, "to be liked")
        reacted = self.event(hikari.GuildReactionAddEvent, lambda event: event.message_id == message.id)
        await message.add_reaction("👍")
        event = await reacted
        equal(event.emoji_name, "👍")
        equal(event.user_id, stage.BOT)
        removed = self.event(hikari.GuildReactionDeleteEvent, lambda event: event.message_id == message.id)
        await message.remove_reaction("👍")
        await removed

    async def reply(self) -> None:
        message = await self.rest.create_message(CHANNEL, "to be answered")
        embed = hikari.Embed(title="Title", description="Text", color=0x336699).add_field("a", "b")
        row = self.rest.build_message_action_row()
        row.add_interactive_button(hikari.ButtonStyle.PRIMARY, "press", label="Press")
        reply = await message.respond(embed=embed, component=row, reply=True)
        equal(reply.message_reference.id, message.id)
        equal(reply.embeds[0].title, "Title")
        equal(reply.embeds[0].fields[0].value, "b")
        equal(reply.components[0].components[0].custom_id, "press")

    async def delete(self) -> None:
        message = await self.rest.create_message(CHANNEL, "to be deleted")
        deleted = self.event(hikari.GuildMessageDeleteEvent, lambda event: event.message_id == message.id)
        await message.delete()
        await deleted
        try:
            await self.rest.fetch_message(CHANNEL, message.id)
        except hikari.NotFoundError as absent:
            equal(absent.code, 10008)
        else:
            raise AssertionError("the message is still there")

    async def history(self) -> None:
        sent = [(await self.rest.create_message(CHANNEL, f"line {number}")).id for number in range(12)]
        earlier = await self.rest.fetch_messages(CHANNEL, before=sent[10]).limit(5)
        equal([message.id for message in earlier], sent[9:4:-1])
        later = await self.rest.fetch_messages(CHANNEL, after=sent[2]).limit(5)
        equal([message.id for message in later], sent[3:8])
        around = await self.rest.fetch_messages(CHANNEL, around=sent[6]).limit(3)
        check("the one in the middle is there", len(around) == 3)
        gone = self.event(hikari.GuildBulkMessageDeleteEvent)
        await self.rest.delete_messages(CHANNEL, sent[:10])
        equal(sorted((await gone).message_ids), sent[:10])

    async def upload(self) -> None:
        sent = await self.rest.create_message(CHANNEL, attachment=hikari.Bytes(b"file content", "note.txt"))
        equal(sent.attachments[0].filename, "note.txt")
        equal(sent.attachments[0].size, 12)
        equal(await sent.attachments[0].read(), b"file content")

    async def pins(self) -> None:
        message = await self.rest.create_message(CHANNEL, "worth keeping")
        await self.rest.pin_message(CHANNEL, message)
        check("it is pinned", message.id in [pin.message.id async for pin in self.rest.fetch_pins(CHANNEL)])
        await self.rest.unpin_message(CHANNEL, message)
        check("it is no longer", message.id not in [pin.message.id async for pin in self.rest.fetch_pins(CHANNEL)])

    async def direct(self) -> None:
        user = await self.rest.fetch_user(stage.OWNER)
        channel = await user.fetch_dm_channel()
        await channel.send("a private word")
        answered = self.event(hikari.DMMessageCreateEvent, lambda event: event.author_id == stage.OWNER)
        await stage.say("an answer", channel.id)
        equal((await answered).content, "an answer")

    async def refused(self) -> None:
        try:
            await self.rest.create_message(CHANNEL, "x" * 2001)
        except hikari.BadRequestError as refused:
            equal(refused.code, 50035)
            check("it says which field", "content" in refused.errors)
        else:
            raise AssertionError("too long a message was taken")
