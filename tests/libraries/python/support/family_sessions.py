"""Steps with more than one session: others' presence, cuts, shards, and what a session may not see."""

from support import scenes, stage
from support.steps import Step, equal, until


class SessionSteps:
    def session_steps(self) -> dict[str, Step]:
        return {
            "presence": self.presence,
            "hidden": self.hidden,
            "resume": self.resume,
            "intents": self.intents,
            "shards": self.shards,
        }

    async def second(self, intents: object) -> object:
        return await self.login(stage.SECOND_TOKEN, self.library.Client(intents=intents))

    @staticmethod
    def record(client: object) -> list[str]:
        """What is said in guilds from now on, in the order in which it came."""
        contents: list[str] = []

        @client.event
        async def on_message(message: object) -> None:
            if message.guild:
                contents.append(message.content)

        return contents

    async def presence(self) -> None:
        second = await self.second(self.library.Intents.all())
        typing = self.event("typing", lambda channel, user, when: user.id == stage.SECOND_BOT)
        async with second.get_channel(stage.CHANNEL).typing():
            await typing
        changed = self.event("presence_update", lambda before, after: after.activity and after.id == stage.SECOND_BOT)
        await second.change_presence(status=self.library.Status.idle, activity=self.library.Game("the hall"))
        _, after = await changed
        equal(after.status, self.library.Status.idle)
        equal(after.activity.name, "the hall")
        await second.close()

    async def hidden(self) -> None:
        second = await self.second(self.library.Intents.all())
        heard = self.record(second)
        channel = await scenes.behind_closed_doors(heard)
        equal(second.get_channel(channel).name, "___hidden___")
        await second.close()

    async def resume(self) -> None:
        heard = self.record(self.client)
        await scenes.across_a_cut(heard, self.event("resumed"))

    async def intents(self) -> None:
        intents = self.library.Intents.default()
        intents.message_content = False
        second = await self.second(intents)
        heard = self.record(second)
        await scenes.not_for_bots(heard)
        await second.close()

    async def shards(self) -> None:
        await self.client.close()
        sharded = await self.login(stage.TOKEN, self.shards_of(self.library.Intents.all()))
        guild = sharded.get_guild(stage.GUILD)
        equal(guild.shard_id, (stage.GUILD >> 22) % 2)
        heard = self.record(sharded)
        await stage.count(0, 3)
        await until("the last message came", lambda: "number 2" in heard)
        equal(stage.numbers_in(heard), stage.numbers(3))
        await sharded.close()
