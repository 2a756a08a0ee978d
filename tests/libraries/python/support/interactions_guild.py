"""Steps with what a guild is made of, in interactions.py."""

from interactions import Color, OptionType, Permissions, SlashCommand, SlashCommandOption
from interactions.api import events

from support import stage
from support.steps import Step, check, equal, until


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
        created = self.event(events.ChannelCreate, lambda event: event.channel.name == "workshop")
        category = await self.guild.create_category("Trades")
        workshop = await self.guild.create_text_channel("workshop", category=category, topic="tools")
        equal((await created).channel.topic, "tools")
        equal(workshop.parent_id, category.id)
        changed = self.event(events.ChannelUpdate, lambda event: event.after.id == workshop.id)
        await workshop.edit(topic="hammers")
        equal((await changed).after.topic, "hammers")
        await workshop.set_permission(self.guild.default_role, send_messages=False)
        await until("the overwrite is there", lambda: self.client.get_channel(workshop.id).permission_overwrites)
        removed = self.event(events.ChannelDelete, lambda event: event.channel.id == workshop.id)
        await workshop.delete()
        await removed
        await category.delete()
        voice = await self.guild.create_voice_channel("speech")
        equal(voice.bitrate, 64000)
        await voice.delete()

    async def roles(self) -> None:
        created = self.event(events.RoleCreate, lambda event: event.role.name == "mason")
        role = await self.guild.create_role(
            name="mason", color=Color(0xFF8800), hoist=True, permissions=Permissions.KICK_MEMBERS
        )
        await created
        updated = self.event(events.RoleUpdate, lambda event: event.after.id == role.id)
        await role.edit(name="master mason")
        equal((await updated).after.name, "master mason")
        member = await self.guild.fetch_member(stage.OWNER)
        assigned = self.event(events.MemberUpdate, lambda event: event.after.id == stage.OWNER)
        await member.add_role(role)
        check("the member has the role", (await assigned).after.has_role(role))
        await member.remove_role(role)
        deleted = self.event(events.RoleDelete, lambda event: event.id == role.id)
        await role.delete()
        await deleted

    async def members(self) -> None:
        joined = self.event(events.MemberAdd)
        guest = await stage.ask("guest")
        member = (await joined).member
        equal(int(member.id), int(guest["id"]))
        # The library takes chunks into its cache and tells of them as they came only.
        chunk = self.event("raw_guild_members_chunk", lambda event: event.data.get("nonce") == "by name")
        gateway = self.client.get_guild_websocket(stage.GUILD)
        await gateway.request_member_chunks(stage.GUILD, query=guest["username"], limit=5, nonce="by name")
        equal(len((await chunk).data["members"]), 1)
        renamed = self.event(events.MemberUpdate, lambda event: event.after.id == member.id)
        await member.edit_nickname("Visitor")
        equal((await renamed).after.nickname, "Visitor")
        banned = self.event(events.BanCreate, lambda event: event.user.id == member.id)
        left = self.event(events.MemberRemove, lambda event: event.member.id == member.id)
        await member.ban(reason="a test")
        await banned
        await left
        equal((await self.guild.fetch_ban(member)).reason, "a test")
        await self.guild.unban(member)
        # The library hides code 10026: it answers None for a ban that is not there.
        equal(await self.guild.fetch_ban(member), None)

    async def voice(self) -> None:
        own = self.client.get_guild_websocket(stage.GUILD)
        joined = self.event(
            events.VoiceStateUpdate, lambda event: event.after and event.after.channel.id == stage.VOICE
        )
        await own.voice_state_update(stage.GUILD, stage.VOICE, muted=True)
        check("it is muted", (await joined).after.self_mute)
        left = self.event(events.VoiceStateUpdate, lambda event: event.after is None)
        await own.voice_state_update(stage.GUILD, None)
        await left

    async def guilds(self) -> None:
        entered = self.event(events.GuildJoin)
        made = await stage.ask("found")
        equal(int((await entered).guild_id), int(made["id"]))
        gone = self.event(events.GuildLeft, lambda event: event.guild_id == int(made["id"]))
        await stage.ask("dissolve", guild=made["id"])
        await gone

    async def account(self) -> None:
        name = f"renamed{stage.BOT % 100000}"
        await self.client.user.edit(username=name)
        equal((await self.client.fetch_user(stage.BOT, force=True)).username, name)
        equal(int(self.client.app.id), stage.BOT)
        check("its guild is listed", stage.GUILD in [guild.id for guild in self.client.guilds])

    async def commands(self) -> None:
        async def answer(context: object) -> None:
            await context.send("4")

        sides = SlashCommandOption(
            name="sides", description="How many sides the dice have", type=OptionType.INTEGER, max_value=100
        )
        roll = SlashCommand(
            name="roll", description="Rolls dice", scopes=[stage.GUILD], options=[sides], callback=answer
        )
        self.client.add_interaction(roll)
        await self.client.synchronise_interactions(scopes=[stage.GUILD])
        kept = await self.client.http.get_application_commands(stage.BOT, stage.GUILD)
        equal([command["name"] for command in kept], ["roll"])
        equal(kept[0]["options"][0]["max_value"], 100)
        await self.client.http.delete_application_command(stage.BOT, stage.GUILD, kept[0]["id"])
        equal(await self.client.http.get_application_commands(stage.BOT, stage.GUILD), [])
