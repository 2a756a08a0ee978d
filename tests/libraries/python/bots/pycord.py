"""py-cord."""

import discord
from discord.http import Route

from support import stage
from support.family import Family
from support.steps import equal

Route.API_BASE_URL = stage.API


class PyCord(Family):
    def make_client(self, intents: discord.Intents, **options: object) -> discord.Bot:
        return discord.Bot(intents=intents, auto_sync_commands=False, **options)

    async def pinned(self) -> list[int]:
        return [pin.message.id async for pin in self.channel.pins()]

    async def commands(self) -> None:
        client = self.client

        @client.slash_command(description="Rolls dice", guild_ids=[stage.GUILD])
        async def roll(context: discord.ApplicationContext, sides: discord.Option(int, max_value=100)) -> None:
            await context.respond(str(sides))

        await client.sync_commands()
        kept = await client.http.get_guild_commands(stage.BOT, stage.GUILD)
        equal([command["name"] for command in kept], ["roll"])
        equal(kept[0]["options"][0]["max_value"], 100)
        client.remove_application_command(roll)
        await client.register_commands([], guild_id=stage.GUILD)
        equal(await client.http.get_guild_commands(stage.BOT, stage.GUILD), [])

    async def choices(self, interaction: discord.Interaction, names: dict[str, str]) -> None:
        await interaction.response.send_autocomplete_result(
            choices=[discord.OptionChoice(name, names[name]) for name in names]
        )

    async def open_letter(self, interaction: discord.Interaction) -> None:
        field = discord.ui.InputText(label="Text", custom_id="text")
        await interaction.response.send_modal(discord.ui.Modal(field, title="A letter", custom_id="letter"))

    def make_poll(self) -> discord.Poll:
        return discord.Poll("What to drink?", duration=1).add_answer("tea").add_answer("coffee")


PyCord(discord).run()
