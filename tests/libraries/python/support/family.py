"""The steps of discord.py and the libraries that grew out of it, which share most of their interface."""

import asyncio
from types import ModuleType

from support import stage
from support.family_guild import GuildSteps
from support.family_messages import MessageSteps
from support.family_people import PeopleSteps
from support.family_posts import PostSteps
from support.family_sessions import SessionSteps
from support.steps import Step, check, equal, leave, take, until


class Family(MessageSteps, GuildSteps, PeopleSteps, PostSteps, SessionSteps):
    """What one of the family is led through. A library's own program says what is done otherwise there."""

    def __init__(self, library: ModuleType) -> None:
        self.library = library
        self.client = None
        self.guild = None
        self.channel = None
        self.started = []

    def make_client(self, intents: object, **options: object) -> object:
        """A client of the kind that the library offers for commands."""
        return self.library.Client(intents=intents, **options)

    async def commands(self) -> None:
        """The step that differs in all of them."""
        raise NotImplementedError

    def shards_of(self, intents: object) -> object:
        return self.library.AutoShardedClient(shard_count=2, intents=intents)

    async def login(self, token: str, client: object) -> object:
        """Starts a client and waits until it is ready."""
        running = asyncio.create_task(client.start(token))
        self.started.append(running)
        await until("the client is ready", lambda: client.is_ready() or running.done())
        if running.done():
            await running
        return client

    async def ready(self) -> None:
        self.client = self.make_client(self.library.Intents.all())
        await self.login(stage.TOKEN, self.client)
        self.guild = self.client.get_guild(stage.GUILD)
        self.channel = self.guild.get_channel(stage.CHANNEL)
        equal(self.client.user.id, stage.BOT)
        equal(self.guild.owner_id, stage.OWNER)
        check("the channel is there", self.channel)
        check("it is an administrator", self.guild.me.guild_permissions.administrator)
        check("everybody has a role", self.guild.default_role)
        await until("the members are there", lambda: self.guild.get_member(stage.OWNER))

    def steps(self) -> dict[str, Step]:
        return {
            "ready": self.ready,
            **self.message_steps(),
            **self.guild_steps(),
            "commands": self.commands,
            **self.people_steps(),
            **self.post_steps(),
            **self.session_steps(),
        }

    def run(self) -> None:
        async def everything() -> None:
            await take(self.steps())
            leave()

        asyncio.run(everything())
