"""Steps with what people ask of a bot, in hikari."""

import asyncio
from collections.abc import Awaitable, Callable

import hikari

from support import stage
from support.steps import Step, check, equal

CHANNEL = stage.CHANNEL
GUILD = stage.GUILD
MESSAGE = hikari.ResponseType.MESSAGE_CREATE


class PeopleSteps:
    def people_steps(self) -> dict[str, Step]:
        return {
            "slash": self.slash,
            "deferred": self.deferred,
            "ephemeral": self.ephemeral,
            "button": self.button,
            "select": self.select,
            "modal": self.modal,
        }

    async def command(self, name: str, *options: hikari.CommandOption) -> None:
        await self.rest.create_slash_command(stage.BOT, name, "Of a test", guild=GUILD, options=options)

    async def when(self, action: str, answer: Callable[[object], Awaitable[None]], **parameters: object) -> dict:
        """Lets the person do something, answers the interaction that comes of it, and says what the person saw."""
        coming = self.event(hikari.InteractionCreateEvent)
        seen = asyncio.create_task(stage.ask(action, **parameters))
        await asyncio.wait({coming, seen}, return_when=asyncio.FIRST_COMPLETED)
        if not coming.done():
            seen.result()
        await answer((await coming).interaction)
        return await seen

    async def slash(self) -> None:
        whom = hikari.CommandOption(
            type=hikari.OptionType.STRING, name="whom", description="Whom", is_required=True, autocomplete=True
        )
        often = hikari.CommandOption(type=hikari.OptionType.INTEGER, name="often", description="How often")
        await self.command("greet", whom, often)

        async def offer(interaction: hikari.AutocompleteInteraction) -> None:
            equal(interaction.options[0].value, "wo")
            check("its end is being typed", interaction.options[0].is_focused)
            await interaction.create_response([hikari.impl.AutocompleteChoiceBuilder("World", "world")])

        offered = await self.when("type", offer, command="greet", option="whom", value="wo")
        equal(offered["choices"], ["world"])

        async def greet(interaction: hikari.CommandInteraction) -> None:
            equal({option.name: option.value for option in interaction.options}, {"whom": "world", "often": 2})
            equal(interaction.member.id, stage.OWNER)
            await interaction.create_initial_response(MESSAGE, "hello world, hello world")

        options = [{"type": 3, "name": "whom", "value": "world"}, {"type": 4, "name": "often", "value": 2}]
        seen = await self.when("run", greet, command="greet", options=options)
        equal(seen["content"], "hello world, hello world")
        check("everybody sees it", not seen["ephemeral"])

    async def deferred(self) -> None:
        await self.command("think")

        async def think(interaction: hikari.CommandInteraction) -> None:
            await interaction.create_initial_response(hikari.ResponseType.DEFERRED_MESSAGE_CREATE)
            await interaction.edit_initial_response("thought")

        seen = await self.when("run", think, command="think")
        equal(seen["content"], "thought")
        check("it was announced", seen["deferred"])

    async def ephemeral(self) -> None:
        await self.command("whisper")

        async def whisper(interaction: hikari.CommandInteraction) -> None:
            await interaction.create_initial_response(MESSAGE, "psst", flags=hikari.MessageFlag.EPHEMERAL)

        seen = await self.when("run", whisper, command="whisper")
        equal(seen["content"], "psst")
        check("one person sees it", seen["ephemeral"])

    async def button(self) -> None:
        row = self.rest.build_message_action_row()
        row.add_interactive_button(hikari.ButtonStyle.PRIMARY, "press", label="Press")
        message = await self.rest.create_message(CHANNEL, "press it", component=row)

        async def pressed(interaction: hikari.ComponentInteraction) -> None:
            equal(interaction.message.id, message.id)
            equal(interaction.custom_id, "press")
            await interaction.create_initial_response(
                hikari.ResponseType.MESSAGE_UPDATE, "pressed", components=[]
            )

        seen = await self.when("press", pressed, message=str(message.id), button="press")
        equal(seen["content"], "pressed")

    async def select(self) -> None:
        row = self.rest.build_message_action_row()
        menu = row.add_text_menu("colours", min_values=1, max_values=2)
        for colour in ("red", "green", "blue"):
            menu.add_option(colour, colour)
        message = await self.rest.create_message(CHANNEL, "choose", component=row)

        async def chosen(interaction: hikari.ComponentInteraction) -> None:
            await interaction.create_initial_response(MESSAGE, " and ".join(interaction.values))

        values = ["red", "blue"]
        seen = await self.when("choose", chosen, message=str(message.id), menu="colours", values=values)
        equal(seen["content"], "red and blue")

    async def modal(self) -> None:
        await self.command("write")

        async def open_letter(interaction: hikari.CommandInteraction) -> None:
            row = self.rest.build_modal_action_row()
            row.add_text_input("text", "Text", style=hikari.TextInputStyle.PARAGRAPH)
            await interaction.create_modal_response("A letter", "letter", component=row)

        opened = await self.when("open", open_letter, command="write")
        equal(opened["title"], "A letter")

        async def written(interaction: hikari.ModalInteraction) -> None:
            equal(interaction.custom_id, "letter")
            await interaction.create_initial_response(MESSAGE, interaction.components[0].components[0].value)

        seen = await self.when("submit", written, field="text", value="dear all")
        equal(seen["content"], "dear all")
