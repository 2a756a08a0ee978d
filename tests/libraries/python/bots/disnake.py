"""disnake."""

import disnake
from disnake.http import Route

from support import stage
from support.family import Family
from support.steps import equal

Route.BASE = stage.API


class Disnake(Family):
    async def commands(self) -> None:
        client = self.client
        ping = disnake.SlashCommand("ping", "Answers")
        equal([command.name for command in await client.bulk_overwrite_global_commands([ping])], ["ping"])
        sides = disnake.Option("sides", "How many sides the dice have", disnake.OptionType.integer, max_value=100)
        roll = disnake.SlashCommand("roll", "Rolls dice", options=[sides])
        await client.create_guild_command(stage.GUILD, roll)
        kept = await client.fetch_guild_commands(stage.GUILD)
        equal(kept[0].options[0].max_value, 100)
        await client.delete_guild_command(stage.GUILD, kept[0].id)
        equal(await client.fetch_guild_commands(stage.GUILD), [])


Disnake(disnake).run()
