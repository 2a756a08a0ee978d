"""nextcord."""

import nextcord
from nextcord.http import Route

from support import stage
from support.family import Family
from support.steps import NotOffered, equal

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

    async def choices(self, interaction: nextcord.Interaction, names: dict[str, str]) -> None:
        await interaction.response.send_autocomplete(names)

    async def edit_answer(self, interaction: nextcord.Interaction, content: str) -> None:
        await interaction.edit_original_message(content=content)

    async def open_letter(self, interaction: nextcord.Interaction) -> None:
        letter = nextcord.ui.Modal("A letter", custom_id="letter")
        letter.add_item(nextcord.ui.TextInput("Text", custom_id="text"))
        await interaction.response.send_modal(letter)
        letter.stop()

    def make_poll(self) -> object:
        raise NotOffered("it has no polls")


Nextcord(nextcord).run()
