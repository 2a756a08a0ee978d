"""Steps with threads, webhooks, polls and emojis, and with more than may be sent at once, in hikari."""

import datetime

import hikari

from support import stage
from support.bursts import until_limited
from support.picture import PICTURE
from support.steps import Step, check, equal

CHANNEL = stage.CHANNEL
GUILD = stage.GUILD


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
        message = await self.rest.create_message(CHANNEL, "to be talked about")
        created = self.event(hikari.GuildThreadCreateEvent)
        archive = datetime.timedelta(hours=1)
        thread = await self.rest.create_message_thread(CHANNEL, message, "talk", auto_archive_duration=archive)
        equal((await created).thread_id, thread.id)
        equal(thread.parent_id, CHANNEL)
        heard = self.event(
            hikari.GuildMessageCreateEvent,
            lambda event: event.channel_id == thread.id and event.author_id == stage.OWNER,
        )
        await stage.say("in the thread", thread.id)
        equal((await heard).content, "in the thread")
        archived = self.event(
            hikari.GuildThreadUpdateEvent, lambda event: event.thread_id == thread.id and event.thread.is_archived
        )
        await self.rest.edit_channel(thread, archived=True)
        await archived

    async def forum(self) -> None:
        forum = await self.rest.create_guild_forum_channel(GUILD, "questions", topic="Ask")
        created = self.event(hikari.GuildThreadCreateEvent, lambda event: event.thread.parent_id == forum.id)
        post = await self.rest.create_forum_post(forum, "how", "does it work?")
        equal((await created).thread_id, post.id)
        equal((await self.rest.fetch_message(post, post.id)).content, "does it work?")
        await forum.delete()

    async def webhook(self) -> None:
        webhook = await self.rest.create_webhook(CHANNEL, "herald")
        heard = self.event(hikari.GuildMessageCreateEvent, lambda event: event.message.webhook_id == webhook.id)
        await webhook.execute("hear ye", username="crier")
        message = (await heard).message
        equal(message.content, "hear ye")
        equal(message.author.username, "crier")
        await webhook.delete()

    async def poll(self) -> None:
        poll = hikari.impl.PollBuilder(question_text="What to drink?", allow_multiselect=False, duration=1)
        poll.add_answer(text="tea").add_answer(text="coffee")
        message = await self.rest.create_message(CHANNEL, poll=poll)
        equal(message.poll.question.text, "What to drink?")
        voted = self.event(hikari.PollVoteCreateEvent, lambda event: event.message_id == message.id)
        await stage.ask("vote", channel=str(CHANNEL), message=str(message.id), answers=[2])
        vote = await voted
        equal(vote.answer_id, 2)
        equal(vote.user_id, stage.OWNER)
        ended = self.event(
            hikari.GuildMessageUpdateEvent,
            lambda event: event.message_id == message.id and event.message.poll.results.is_finalized,
        )
        await self.rest.end_poll(CHANNEL, message)
        await ended

    async def emoji(self) -> None:
        told = self.event(hikari.EmojisUpdateEvent)
        emoji = await self.rest.create_emoji(GUILD, "anvil", hikari.Bytes(PICTURE, "anvil.png"))
        check("it is told", emoji.id in [each.id for each in (await told).emojis])
        message = await self.rest.create_message(CHANNEL, "to be forged")
        reacted = self.event(hikari.GuildReactionAddEvent, lambda event: event.message_id == message.id)
        await message.add_reaction(emoji)
        equal((await reacted).emoji_id, emoji.id)
        await self.rest.delete_emoji(GUILD, emoji)

    async def limits(self) -> None:
        await until_limited(lambda content: self.rest.create_message(CHANNEL, content))
