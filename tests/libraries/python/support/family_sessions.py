"""Steps with more than one session: others' presence, cuts, shards, and what a session may not see."""

from support import stage
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
        channel = int((await stage.ask("hide"))["id"])
        await stage.say("behind closed doors", channel)
        await stage.say("in the open")
        await until("the open message came", lambda: heard)
        equal(heard, ["in the open"])
        check("the channel is unknown", second.get_channel(channel) is None)
        await second.close()

    async def resume(self) -> None:
        heard = self.record(self.client)
        resumed = self.event("resumed")
        await stage.count(0, 5)
        await stage.ask("cut")
        await stage.count(5, 15)
        await resumed
        await stage.count(15, 20)
        await until("the last message came", lambda: "number 19" in heard)
        equal(stage.numbers_in(heard), stage.numbers(20))

    async def intents(self) -> None:
        intents = self.library.Intents.default()
        intents.message_content = False
        second = await self.second(intents)
        heard = self.record(second)
        await stage.say("not for bots")
        await stage.say(f"for you <@{stage.SECOND_BOT}>")
        await until("both came", lambda: len(heard) >= 2)
        equal(heard, ["", f"for you <@{stage.SECOND_BOT}>"])
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
