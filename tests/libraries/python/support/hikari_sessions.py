"""Steps with more than one session, in hikari."""

import hikari

from support import scenes, stage
from support.steps import Step, equal, until

CHANNEL = stage.CHANNEL


class SessionSteps:
    def session_steps(self) -> dict[str, Step]:
        return {
            "presence": self.presence,
            "hidden": self.hidden,
            "resume": self.resume,
            "intents": self.intents,
            "shards": self.shards,
        }

    async def second(self, intents: hikari.Intents) -> hikari.GatewayBot:
        bot = self.make_bot(stage.SECOND_TOKEN, intents)
        await bot.start(check_for_updates=False)
        return bot

    @staticmethod
    def record(bot: hikari.GatewayBot) -> list[str]:
        """What is said in guilds from now on, in the order in which it came."""
        contents: list[str] = []

        @bot.listen()
        async def heard(event: hikari.GuildMessageCreateEvent) -> None:
            contents.append(event.content or "")

        return contents

    async def presence(self) -> None:
        second = await self.second(hikari.Intents.ALL)
        typing = self.event(hikari.GuildTypingEvent, lambda event: event.user_id == stage.SECOND_BOT)
        await second.rest.trigger_typing(CHANNEL)
        await typing
        changed = self.event(
            hikari.PresenceUpdateEvent,
            lambda event: event.user_id == stage.SECOND_BOT and event.presence.activities,
        )
        await second.update_presence(status=hikari.Status.IDLE, activity=hikari.Activity(name="the hall"))
        presence = (await changed).presence
        equal(presence.visible_status, hikari.Status.IDLE)
        equal(presence.activities[0].name, "the hall")
        await second.close()

    async def hidden(self) -> None:
        second = await self.second(hikari.Intents.ALL)
        heard = self.record(second)
        channel = await scenes.behind_closed_doors(heard)
        equal(second.cache.get_guild_channel(channel).name, "___hidden___")
        await second.close()

    async def resume(self) -> None:
        heard = self.record(self.bot)
        await scenes.across_a_cut(heard, self.event(hikari.ShardResumedEvent))

    async def intents(self) -> None:
        second = await self.second(hikari.Intents.ALL_UNPRIVILEGED)
        heard = self.record(second)
        await scenes.not_for_bots(heard)
        await second.close()

    async def shards(self) -> None:
        await self.bot.close()
        sharded = self.make_bot(stage.TOKEN, hikari.Intents.ALL)
        heard = self.record(sharded)
        await sharded.start(check_for_updates=False, shard_count=2)
        await until("the guild is there", lambda: sharded.cache.get_guild(stage.GUILD))
        equal(sharded.cache.get_guild(stage.GUILD).shard_id, (stage.GUILD >> 22) % 2)
        await stage.count(0, 3)
        await until("the last message came", lambda: "number 2" in heard)
        equal(stage.numbers_in(heard), stage.numbers(3))
        await sharded.close()
