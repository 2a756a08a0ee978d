"""Steps with more than one session, in interactions.py. Its stop() does not come to an end, so nobody waits for it."""

import asyncio

import interactions
from interactions.api import events

from support import scenes, stage
from support.steps import Step, check, equal, until


class SessionSteps:
    def session_steps(self) -> dict[str, Step]:
        return {
            "presence": self.presence,
            "hidden": self.hidden,
            "resume": self.resume,
            "intents": self.intents,
            "shards": self.shards,
        }

    async def second(self, intents: interactions.Intents) -> interactions.Client:
        return await self.start(stage.SECOND_TOKEN, interactions.Client(intents=intents))

    def stop(self, client: interactions.Client) -> None:
        self.started.append(asyncio.create_task(client.stop()))

    @staticmethod
    def record(client: interactions.Client) -> list[str]:
        """What is said in guilds from now on, in the order in which it came."""
        contents: list[str] = []

        async def heard(event: events.MessageCreate) -> None:
            if event.message.guild:
                contents.append(event.message.content)

        client.add_listener(interactions.Listener.create("message_create")(heard))
        return contents

    async def presence(self) -> None:
        second = await self.second(interactions.Intents.ALL)
        typing = self.event(events.TypingStart, lambda event: event.author.id == stage.SECOND_BOT)
        await second.get_channel(stage.CHANNEL).trigger_typing()
        await typing
        changed = self.event(
            events.PresenceUpdate, lambda event: event.user.id == stage.SECOND_BOT and event.activities
        )
        await second.change_presence(interactions.Status.IDLE, "the hall")
        event = await changed
        equal(event.status, "idle")
        equal(event.activities[0].name, "the hall")
        self.stop(second)

    async def hidden(self) -> None:
        second = await self.second(interactions.Intents.ALL)
        heard = self.record(second)
        channel = await scenes.behind_closed_doors(heard)
        equal(second.get_channel(channel).name, "___hidden___")
        self.stop(second)

    async def resume(self) -> None:
        heard = self.record(self.client)
        await scenes.across_a_cut(heard, self.event("resume"))

    async def intents(self) -> None:
        second = await self.second(interactions.Intents.DEFAULT)
        heard = self.record(second)
        await scenes.not_for_bots(heard)
        self.stop(second)

    async def shards(self) -> None:
        """One client for each: the library's own sharding waits for ever where more than one shard may start at a time."""
        self.stop(self.client)
        here = (stage.GUILD >> 22) % 2
        with_guild, without = (
            interactions.Client(intents=interactions.Intents.ALL, shard_id=shard, total_shards=2)
            for shard in (here, 1 - here)
        )
        heard = self.record(with_guild)
        elsewhere = self.record(without)
        await self.start(stage.TOKEN, with_guild)
        await self.start(stage.TOKEN, without)
        check("the guild is there", with_guild.get_guild(stage.GUILD))
        await stage.count(0, 3)
        await until("the last message came", lambda: "number 2" in heard)
        equal(heard, stage.numbers(3))
        equal(elsewhere, [])
