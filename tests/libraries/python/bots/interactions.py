"""interactions.py."""

import asyncio

import interactions
from interactions.api.http.route import Route

from support import stage
from support.interactions_guild import GuildSteps
from support.interactions_messages import MessageSteps
from support.interactions_people import PeopleSteps
from support.interactions_posts import PostSteps
from support.interactions_sessions import SessionSteps
from support.steps import PATIENCE, check, equal, leave, take, until

Route.BASE = stage.API


class Interactions(MessageSteps, GuildSteps, PeopleSteps, PostSteps, SessionSteps):
    def __init__(self) -> None:
        self.client = interactions.Client(intents=interactions.Intents.ALL)
        self.guild = None
        self.channel = None
        self.started = []

    def event(self, kind: type, accepts: object = interactions.MISSING) -> object:
        """The next event of this type that is accepted; to be made before what causes it."""
        return self.client.wait_for(kind, checks=accepts, timeout=PATIENCE)

    async def start(self, token: str, client: interactions.Client) -> interactions.Client:
        """Starts a client and waits until it is ready."""
        running = asyncio.create_task(client.astart(token))
        self.started.append(running)
        await until("the client is ready", lambda: client.is_ready or running.done())
        if running.done():
            await running
        return client

    async def ready(self) -> None:
        await self.start(stage.TOKEN, self.client)
        self.guild = self.client.get_guild(stage.GUILD)
        self.channel = self.client.get_channel(stage.CHANNEL)
        equal(int(self.client.user.id), stage.BOT)
        check("the owner is known", self.guild.is_owner(stage.OWNER))
        check("the channel is there", self.channel)
        check("it is an administrator", interactions.Permissions.ADMINISTRATOR in self.guild.me.guild_permissions)
        check("everybody has a role", self.guild.default_role)
        await until("the members are there", lambda: self.guild.get_member(stage.OWNER))

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


Interactions().run()
