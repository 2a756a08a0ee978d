"""Steps with what a guild is made of."""

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
        }

    async def channels(self) -> None:
        created = self.event("guild_channel_create", lambda channel: channel.name == "workshop")
        category = await self.guild.create_category("Trades")
        workshop = await self.guild.create_text_channel("workshop", category=category, topic="tools")
        equal((await created).topic, "tools")
        equal(workshop.category_id, category.id)
        changed = self.event("guild_channel_update", lambda before, after: after.id == workshop.id)
        await workshop.edit(topic="hammers")
        equal((await changed)[1].topic, "hammers")
        await workshop.set_permissions(self.guild.default_role, send_messages=False)
        here = self.guild.get_channel(workshop.id)
        await until("the overwrite is there", lambda: here.overwrites_for(self.guild.default_role).send_messages is False)
        removed = self.event("guild_channel_delete", lambda channel: channel.id == workshop.id)
        await workshop.delete()
        await removed
        await category.delete()
        voice = await self.guild.create_voice_channel("speech")
        equal(voice.bitrate, 64000)
        await voice.delete()

    async def roles(self) -> None:
        created = self.event("guild_role_create", lambda role: role.name == "mason")
        role = await self.guild.create_role(
            name="mason", colour=self.library.Colour(0xFF8800), hoist=True, permissions=self.library.Permissions(2)
        )
        await created
        updated = self.event("guild_role_update", lambda before, after: after.id == role.id)
        await role.edit(name="master mason")
        equal((await updated)[1].name, "master mason")
        member = await self.guild.fetch_member(stage.OWNER)
        assigned = self.event("member_update", lambda before, after: after.id == stage.OWNER)
        await member.add_roles(role)
        check("the member has the role", self.guild.get_role(role.id) in (await assigned)[1].roles)
        await member.remove_roles(role)
        deleted = self.event("guild_role_delete", lambda gone: gone.id == role.id)
        await role.delete()
        await deleted

    async def members(self) -> None:
        joined = self.event("member_join")
        guest = await stage.ask("guest")
        member = await joined
        equal(member.id, int(guest["id"]))
        found = await self.guild.query_members(guest["username"])
        equal([one.id for one in found], [member.id])
        chosen = await self.guild.query_members(user_ids=[stage.OWNER, member.id])
        equal(sorted(one.id for one in chosen), sorted([stage.OWNER, member.id]))
        renamed = self.event("member_update", lambda before, after: after.id == member.id)
        await member.edit(nick="Visitor")
        equal((await renamed)[1].nick, "Visitor")
        banned = self.event("member_ban", lambda guild, user: user.id == member.id)
        left = self.event("member_remove", lambda gone: gone.id == member.id)
        await self.guild.ban(member, reason="a test")
        await banned
        await left
        equal((await self.guild.fetch_ban(member)).reason, "a test")
        await self.guild.unban(member)
        try:
            await self.guild.fetch_ban(member)
        except self.library.NotFound as absent:
            equal(absent.code, 10026)
        else:
            raise AssertionError("the ban is still there")

    async def voice(self) -> None:
        joined = self.event(
            "voice_state_update",
            lambda member, before, after: member.id == stage.BOT and after.channel and after.channel.id == stage.VOICE,
        )
        await self.guild.change_voice_state(channel=self.guild.get_channel(stage.VOICE), self_mute=True)
        check("it is muted", (await joined)[2].self_mute)
        left = self.event("voice_state_update", lambda member, before, after: member.id == stage.BOT and not after.channel)
        await self.guild.change_voice_state(channel=None)
        await left

    async def guilds(self) -> None:
        entered = self.event("guild_join")
        made = await stage.ask("found")
        equal((await entered).id, int(made["id"]))
        gone = self.event("guild_remove", lambda guild: guild.id == int(made["id"]))
        await stage.ask("dissolve", guild=made["id"])
        await gone

    async def account(self) -> None:
        name = f"renamed{stage.BOT % 100000}"
        await self.client.user.edit(username=name)
        equal((await self.client.fetch_user(stage.BOT)).name, name)
        equal((await self.client.application_info()).id, stage.BOT)
        check("its guild is listed", stage.GUILD in [guild.id async for guild in self.client.fetch_guilds()])
