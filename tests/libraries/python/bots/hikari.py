"""hikari."""

import asyncio

import hikari

from support import stage
from support.hikari_guild import GuildSteps
from support.hikari_messages import MessageSteps
from support.hikari_people import PeopleSteps
from support.hikari_posts import PostSteps
from support.hikari_sessions import SessionSteps
from support.steps import PATIENCE, check, equal, leave, take, until


class Hikari(MessageSteps, GuildSteps, PeopleSteps, PostSteps, SessionSteps):
    def __init__(self) -> None:
        self.bot = self.make_bot(stage.TOKEN, hikari.Intents.ALL)
        self.rest = self.bot.rest

    @staticmethod
    def make_bot(token: str, intents: hikari.Intents) -> hikari.GatewayBot:
        return hikari.GatewayBot(
            token,
            intents=intents,
            rest_url=stage.API,
            banner=None,
            logs="ERROR",
            suppress_optimization_warning=True,
        )

    def event(self, kind: type, accepts: object = None) -> asyncio.Task:
        """The next event of this type that is accepted; to be made before what causes it."""
        return asyncio.create_task(self.bot.wait_for(kind, timeout=PATIENCE, predicate=accepts))

    async def ready(self) -> None:
        available = self.event(hikari.GuildAvailableEvent)
        await self.bot.start(check_for_updates=False)
        guild = (await available).guild
        equal(guild.id, stage.GUILD)
        equal(guild.owner_id, stage.OWNER)
        equal(self.bot.get_me().id, stage.BOT)
        check("the channel is there", guild.get_channel(stage.CHANNEL))
        check("everybody has a role", guild.get_role(stage.GUILD))
        check("it has a role", guild.get_my_member().role_ids)
        await until("the members are there", lambda: guild.get_member(stage.OWNER))

    def run(self) -> None:
        steps = {
            "ready": self.ready,
            **self.message_steps(),
            **self.guild_steps(),
            **self.people_steps(),
            **self.post_steps(),
            **self.session_steps(),
        }

        async def everything() -> None:
            await take(steps)
            leave()

        asyncio.run(everything())


Hikari().run()
