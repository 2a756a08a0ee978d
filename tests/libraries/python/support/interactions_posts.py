"""Steps with threads, webhooks, polls and emojis, and with more than may be sent at once, in interactions.py."""

import io

from interactions import AutoArchiveDuration, File, Poll
from interactions.api import events

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

    async def threads(self) -> None:
        message = await self.channel.send("to be talked about")
        created = self.event(events.NewThreadCreate)
        thread = await message.create_thread("talk", auto_archive_duration=AutoArchiveDuration.ONE_HOUR)
        equal((await created).thread.id, thread.id)
        equal(int(thread.parent_id), stage.CHANNEL)
        heard = self.event(
            events.MessageCreate,
            lambda event: event.message.channel.id == thread.id and event.message.author.id == stage.OWNER,
        )
        await stage.say("in the thread", thread.id)
        equal((await heard).message.content, "in the thread")
        archived = self.event(
            events.ThreadUpdate, lambda event: event.thread.id == thread.id and event.thread.archived
        )
        await thread.archive()
        await archived

    async def forum(self) -> None:
        forum = await self.guild.create_forum_channel("questions", topic="Ask")
        created = self.event(events.NewThreadCreate, lambda event: event.thread.parent_id == forum.id)
        post = await forum.create_post("how", "does it work?")
        equal((await created).thread.id, post.id)
        equal((await post.fetch_message(post.id)).content, "does it work?")
        await forum.delete()

    async def webhook(self) -> None:
        webhook = await self.channel.create_webhook("herald")
        heard = self.event(events.MessageCreate, lambda event: event.message.webhook_id == webhook.id)
        await webhook.send("hear ye", username="crier", wait=True)
        message = (await heard).message
        equal(message.content, "hear ye")
        equal(message.author.username, "crier")
        await webhook.delete()

    async def poll(self) -> None:
        poll = Poll.create("What to drink?", duration=1, answers=["tea", "coffee"])
        message = await self.channel.send(poll=poll)
        equal(message.poll.question.text, "What to drink?")
        voted = self.event(events.MessagePollVoteAdd, lambda event: int(event.message_id) == message.id)
        await stage.ask("vote", channel=str(stage.CHANNEL), message=str(message.id), answers=[2])
        vote = await voted
        equal(vote.answer_id, 2)
        equal(int(vote.user_id), stage.OWNER)
        ended = self.event(
            events.MessageUpdate,
            lambda event: event.after.id == message.id and event.after.poll.results.is_finalized,
        )
        await message.end_poll()
        await ended

    async def emoji(self) -> None:
        told = self.event(events.GuildEmojisUpdate)
        emoji = await self.guild.create_custom_emoji("anvil", File(io.BytesIO(PICTURE), file_name="anvil.png"))
        check("it is told", emoji.id in [each.id for each in (await told).after])
        message = await self.channel.send("to be forged")
        reacted = self.event(events.MessageReactionAdd, lambda event: event.message.id == message.id)
        await message.add_reaction(emoji)
        equal((await reacted).emoji.id, emoji.id)
        await emoji.delete()

    async def limits(self) -> None:
        # It tries three times and then says nothing.
        await until_limited(self.channel.send, 10)
