"""Steps with threads, webhooks, polls and emojis, and with more than may be sent at once."""

from support import stage
from support.bursts import until_limited
from support.picture import PICTURE
from support.steps import Step, check, equal


class PostSteps:
    def post_steps(self) -> dict[str, Step]:
        return {
            "threads": self.threads,
            "forum": self.forum,
            "webhook": self.webhook,
            "poll": self.poll,
            "emoji": self.emoji,
            "limits": self.limits,
        }

    def make_forum(self) -> object:
        return self.guild.create_forum_channel("questions", topic="Ask")

    def make_poll(self) -> object:
        """Of tea and coffee, for an hour."""
        raise NotImplementedError

    async def end_poll(self, message: object) -> None:
        await message.end_poll()

    async def threads(self) -> None:
        message = await self.channel.send("to be talked about")
        thread = await message.create_thread(name="talk", auto_archive_duration=60)
        equal(thread.parent_id, stage.CHANNEL)
        heard = self.event("message", lambda said: said.channel.id == thread.id and said.author.id == stage.OWNER)
        await stage.say("in the thread", thread.id)
        equal((await heard).content, "in the thread")
        await thread.edit(archived=True)
        check("it is archived", (await self.client.fetch_channel(thread.id)).archived)

    async def forum(self) -> None:
        forum = await self.make_forum()
        made = await forum.create_thread(name="how", content="does it work?")
        post = getattr(made, "thread", made)
        equal(post.parent_id, forum.id)
        equal((await post.fetch_message(post.id)).content, "does it work?")
        await forum.delete()

    async def webhook(self) -> None:
        webhook = await self.channel.create_webhook(name="herald")
        heard = self.event("message", lambda said: said.webhook_id == webhook.id)
        await webhook.send("hear ye", username="crier", wait=True)
        message = await heard
        equal(message.content, "hear ye")
        equal(message.author.name, "crier")
        await webhook.delete()

    async def poll(self) -> None:
        message = await self.channel.send(poll=self.make_poll())
        voted = self.event("raw_poll_vote_add", lambda vote: vote.message_id == message.id)
        await stage.ask("vote", channel=str(stage.CHANNEL), message=str(message.id), answers=[2])
        vote = await voted
        equal(vote.answer_id, 2)
        equal(vote.user_id, stage.OWNER)
        ended = self.event("raw_message_edit", lambda edited: edited.message_id == message.id)
        await self.end_poll(message)
        await ended

    async def emoji(self) -> None:
        told = self.event("guild_emojis_update")
        emoji = await self.guild.create_custom_emoji(name="anvil", image=PICTURE)
        check("it is told", emoji.id in [each.id for each in (await told)[2]])
        message = await self.channel.send("to be forged")
        reacted = self.event("reaction_add", lambda reaction, user: reaction.message.id == message.id)
        await message.add_reaction(emoji)
        equal((await reacted)[0].emoji.id, emoji.id)
        await emoji.delete()

    async def limits(self) -> None:
        await until_limited(self.channel.send)
