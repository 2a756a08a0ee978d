"""nextcord."""

import nextcord
from nextcord.http import Route

from support import stage
from support.family import Family
from support.steps import equal

Route.BASE = stage.API


class Nextcord(Family):
    async def commands(self) -> None:
        client = self.client

        @client.slash_command(name="roll", description="Rolls dice", guild_ids=[stage.GUILD])
        async def roll(interaction: nextcord.Interaction, sides: int = nextcord.SlashOption(max_value=100)) -> None:
            await interaction.send(str(sides))

        client.add_all_application_commands()
        await client.sync_all_application_commands()
        kept = await client.http.get_guild_commands(stage.BOT, stage.GUILD)
        equal([command["name"] for command in kept], ["roll"])
        equal(kept[0]["options"][0]["max_value"], 100)
        await client.delete_application_commands(roll, guild_id=stage.GUILD)
        equal(await client.http.get_guild_commands(stage.BOT, stage.GUILD), [])


Nextcord(nextcord).run()
