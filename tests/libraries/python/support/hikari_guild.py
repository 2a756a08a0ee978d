"""Steps with what a guild is made of, in hikari."""

import hikari

from support import stage
from support.steps import Step, check, equal, until

GUILD = stage.GUILD


class GuildSteps:
    def guild_steps(self) -> dict[str, Step]:
        return {
            "channels": self.channels,
            "roles": self.roles,
            "members": self.members,
            "voice": self.voice,
            "guilds": self.guilds,
            "account": self.account,
            "commands": self.commands,
        }

    async def channels(self) -> None:
        created = self.event(hikari.GuildChannelCreateEvent, lambda event: event.channel.name == "workshop")
        category = await self.rest.create_guild_category(GUILD, "Trades")
        workshop = await self.rest.create_guild_text_channel(GUILD, "workshop", category=category, topic="tools")
        equal((await created).channel.topic, "tools")
        equal(workshop.parent_id, category.id)
        changed = self.event(hikari.GuildChannelUpdateEvent, lambda event: event.channel_id == workshop.id)
        await workshop.edit(topic="hammers")
        equal((await changed).channel.topic, "hammers")
        await workshop.edit_overwrite(
            GUILD, target_type=hikari.PermissionOverwriteType.ROLE, deny=hikari.Permissions.SEND_MESSAGES
        )
        await until(
            "the overwrite is there",
            lambda: GUILD in self.bot.cache.get_guild_channel(workshop.id).permission_overwrites,
        )
        removed = self.event(hikari.GuildChannelDeleteEvent, lambda event: event.channel_id == workshop.id)
        await workshop.delete()
        await removed
        await category.delete()
        voice = await self.rest.create_guild_voice_channel(GUILD, "speech")
        equal(voice.bitrate, 64000)
        await voice.delete()

    async def roles(self) -> None:
        created = self.event(hikari.RoleCreateEvent, lambda event: event.role.name == "mason")
        role = await self.rest.create_role(
            GUILD, name="mason", color=0xFF8800, hoist=True, permissions=hikari.Permissions.KICK_MEMBERS
        )
        await created
        updated = self.event(hikari.RoleUpdateEvent, lambda event: event.role_id == role.id)
        await self.rest.edit_role(GUILD, role, name="master mason")
        equal((await updated).role.name, "master mason")
        assigned = self.event(hikari.MemberUpdateEvent, lambda event: event.user_id == stage.OWNER)
        await self.rest.add_role_to_member(GUILD, stage.OWNER, role)
        check("the member has the role", role.id in (await assigned).member.role_ids)
        await self.rest.remove_role_from_member(GUILD, stage.OWNER, role)
        deleted = self.event(hikari.RoleDeleteEvent, lambda event: event.role_id == role.id)
        await self.rest.delete_role(GUILD, role)
        await deleted

    async def members(self) -> None:
        joined = self.event(hikari.MemberCreateEvent)
        guest = await stage.ask("guest")
        member = (await joined).member
        equal(member.id, int(guest["id"]))
        chunk = self.event(hikari.MemberChunkEvent, lambda event: event.nonce == "by name")
        await self.bot.request_guild_members(GUILD, query=guest["username"], limit=5, nonce="by name")
        equal(list((await chunk).members), [member.id])
        chunk = self.event(hikari.MemberChunkEvent, lambda event: event.nonce == "by id")
        await self.bot.request_guild_members(GUILD, users=[stage.OWNER, 1], include_presences=True, nonce="by id")
        equal(list((await chunk).members), [stage.OWNER])
        equal(list(chunk.result().not_found), [1])
        renamed = self.event(hikari.MemberUpdateEvent, lambda event: event.user_id == member.id)
        await member.edit(nickname="Visitor")
        equal((await renamed).member.nickname, "Visitor")
        banned = self.event(hikari.BanCreateEvent, lambda event: event.user_id == member.id)
        left = self.event(hikari.MemberDeleteEvent, lambda event: event.user_id == member.id)
        await member.ban(reason="a test")
        await banned
        await left
        equal((await self.rest.fetch_ban(GUILD, member.id)).reason, "a test")
        await self.rest.unban_user(GUILD, member.id)
        try:
            await self.rest.fetch_ban(GUILD, member.id)
        except hikari.NotFoundError as absent:
            equal(absent.code, 10026)
        else:
            raise AssertionError("the ban is still there")

    async def voice(self) -> None:
        joined = self.event(hikari.VoiceStateUpdateEvent, lambda event: event.state.channel_id == stage.VOICE)
        server = self.event(hikari.VoiceServerUpdateEvent)
        await self.bot.update_voice_state(GUILD, stage.VOICE, self_mute=True)
        check("it is muted", (await joined).state.is_self_muted)
        equal((await server).guild_id, GUILD)
        left = self.event(hikari.VoiceStateUpdateEvent, lambda event: event.state.channel_id is None)
        await self.bot.update_voice_state(GUILD, None)
        await left

    async def guilds(self) -> None:
        entered = self.event(hikari.GuildJoinEvent)
        made = await stage.ask("found")
        equal((await entered).guild_id, int(made["id"]))
        gone = self.event(hikari.GuildLeaveEvent, lambda event: event.guild_id == int(made["id"]))
        await stage.ask("dissolve", guild=made["id"])
        await gone

    async def account(self) -> None:
        name = f"renamed{stage.BOT % 100000}"
        await self.rest.edit_my_user(username=name)
        equal((await self.rest.fetch_my_user()).username, name)
        equal((await self.rest.fetch_application()).id, stage.BOT)
        check("its guild is listed", GUILD in [guild.id async for guild in self.rest.fetch_my_guilds()])

    async def commands(self) -> None:
        ping = self.rest.slash_command_builder("ping", "Answers")
        equal([command.name for command in await self.rest.set_application_commands(stage.BOT, [ping])], ["ping"])
        sides = hikari.CommandOption(
            type=hikari.OptionType.INTEGER, name="sides", description="How many sides the dice have", max_value=100
        )
        await self.rest.create_slash_command(stage.BOT, "roll", "Rolls dice", guild=GUILD, options=[sides])
        kept = await self.rest.fetch_application_commands(stage.BOT, GUILD)
        equal(kept[0].options[0].max_value, 100)
        await kept[0].delete()
        equal(list(await self.rest.fetch_application_commands(stage.BOT, GUILD)), [])
