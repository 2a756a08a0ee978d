"""discord.py."""

import datetime

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from support import stage
from support.family import Family
from support.steps import equal

Route.BASE = stage.API
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(stage.GATEWAY)


class DiscordPy(Family):
    async def commands(self) -> None:
        tree = app_commands.CommandTree(self.client)

        @tree.command(name="ping", description="Answers")
        async def ping(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("pong")

        @tree.command(name="roll", description="Rolls dice", guild=self.guild)
        @app_commands.describe(sides="How many sides the dice have")
        async def roll(interaction: discord.Interaction, sides: app_commands.Range[int, 2, 100]) -> None:
            await interaction.response.send_message(str(sides))

        equal([command.name for command in await tree.sync()], ["ping"])
        equal([command.name for command in await tree.sync(guild=self.guild)], ["roll"])
        kept = await tree.fetch_commands(guild=self.guild)
        equal(kept[0].options[0].max_value, 100)
        await kept[0].delete()
        equal(await tree.fetch_commands(guild=self.guild), [])

    async def choices(self, interaction: discord.Interaction, names: dict[str, str]) -> None:
        await interaction.response.autocomplete([app_commands.Choice(name=name, value=names[name]) for name in names])

    async def open_letter(self, interaction: discord.Interaction) -> None:
        letter = discord.ui.Modal(title="A letter", custom_id="letter")
        letter.add_item(discord.ui.TextInput(label="Text", custom_id="text"))
        await interaction.response.send_modal(letter)
        letter.stop()

    def make_forum(self) -> object:
        return self.guild.create_forum("questions")

    def make_poll(self) -> discord.Poll:
        poll = discord.Poll("What to drink?", duration=datetime.timedelta(hours=1))
        return poll.add_answer(text="tea").add_answer(text="coffee")


DiscordPy(discord).run()
