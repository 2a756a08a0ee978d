"""disnake."""

import datetime

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

    async def choices(self, interaction: disnake.Interaction, names: dict[str, str]) -> None:
        await interaction.response.autocomplete(choices=names)

    async def open_letter(self, interaction: disnake.Interaction) -> None:
        field = disnake.ui.TextInput(label="Text", custom_id="text")
        await interaction.response.send_modal(title="A letter", custom_id="letter", components=[field])

    def menu(self) -> disnake.ui.StringSelect:
        return disnake.ui.StringSelect(
            custom_id="colours", min_values=1, max_values=2, options=["red", "green", "blue"]
        )

    def make_poll(self) -> disnake.Poll:
        return disnake.Poll("What to drink?", answers=["tea", "coffee"], duration=datetime.timedelta(hours=1))

    async def end_poll(self, message: disnake.Message) -> None:
        await message.poll.expire()


Disnake(disnake).run()
