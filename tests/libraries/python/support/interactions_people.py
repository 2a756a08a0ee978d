"""Steps with what people ask of a bot, in interactions.py."""

import asyncio
from collections.abc import Awaitable, Callable

from interactions import (
    ActionRow,
    AutocompleteContext,
    Button,
    ButtonStyle,
    ComponentContext,
    Modal,
    ModalContext,
    OptionType,
    ParagraphText,
    SlashCommand,
    SlashCommandOption,
    SlashContext,
    StringSelectMenu,
)

from support import stage
from support.steps import PATIENCE, Step, check, equal


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

    async def command(
        self, name: str, answer: Callable[..., Awaitable[None]], *options: SlashCommandOption
    ) -> SlashCommand:
        """A command of the guild, which the library hands on to what answers it."""
        made = SlashCommand(
            name=name, description="Of a test", scopes=[stage.GUILD], options=list(options), callback=answer
        )
        self.client.add_interaction(made)
        await self.client.synchronise_interactions(scopes=[stage.GUILD])
        return made

    async def pressed(
        self, action: str, answer: Callable[[ComponentContext], Awaitable[None]], **parameters: object
    ) -> dict:
        """Lets the person press or choose, answers it, and says what the person saw."""
        coming = asyncio.create_task(
            self.client.wait_for_component(messages=int(parameters["message"]), timeout=PATIENCE)
        )
        await asyncio.sleep(0)
        seen = asyncio.create_task(stage.ask(action, **parameters))
        await answer((await coming).ctx)
        return await seen

    async def slash(self) -> None:
        async def greet(context: SlashContext, whom: str, often: int = 1) -> None:
            equal(int(context.author.id), stage.OWNER)
            await context.send(", ".join([f"hello {whom}"] * often))

        async def offer(context: AutocompleteContext) -> None:
            equal(context.input_text, "wo")
            await context.send(choices=[{"name": "World", "value": "world"}])

        whom = SlashCommandOption(
            name="whom", description="Whom", type=OptionType.STRING, required=True, autocomplete=True
        )
        often = SlashCommandOption(name="often", description="How often", type=OptionType.INTEGER, required=False)
        made = await self.command("greet", greet, whom, often)
        made.autocomplete("whom")(offer)
        offered = await stage.ask("type", command="greet", option="whom", value="wo")
        equal(offered["choices"], ["world"])
        options = [{"type": 3, "name": "whom", "value": "world"}, {"type": 4, "name": "often", "value": 2}]
        seen = await stage.ask("run", command="greet", options=options)
        equal(seen["content"], "hello world, hello world")
        check("everybody sees it", not seen["ephemeral"])

    async def deferred(self) -> None:
        async def think(context: SlashContext) -> None:
            await context.defer()
            await context.send("thought")

        await self.command("think", think)
        seen = await stage.ask("run", command="think")
        equal(seen["content"], "thought")
        check("it was announced", seen["deferred"])

    async def ephemeral(self) -> None:
        async def whisper(context: SlashContext) -> None:
            await context.send("psst", ephemeral=True)

        await self.command("whisper", whisper)
        seen = await stage.ask("run", command="whisper")
        equal(seen["content"], "psst")
        check("one person sees it", seen["ephemeral"])

    async def button(self) -> None:
        button = Button(style=ButtonStyle.PRIMARY, label="Press", custom_id="press")
        message = await self.channel.send("press it", components=ActionRow(button))

        async def answer(context: ComponentContext) -> None:
            equal(context.message.id, message.id)
            equal(context.custom_id, "press")
            await context.edit_origin(content="pressed", components=[])

        seen = await self.pressed("press", answer, message=str(message.id), button="press")
        equal(seen["content"], "pressed")

    async def select(self) -> None:
        menu = StringSelectMenu("red", "green", "blue", custom_id="colours", min_values=1, max_values=2)
        message = await self.channel.send("choose", components=ActionRow(menu))

        async def answer(context: ComponentContext) -> None:
            await context.send(" and ".join(context.values))

        values = ["red", "blue"]
        seen = await self.pressed("choose", answer, message=str(message.id), menu="colours", values=values)
        equal(seen["content"], "red and blue")

    async def modal(self) -> None:
        letter = Modal(ParagraphText(label="Text", custom_id="text"), title="A letter", custom_id="letter")

        async def write(context: SlashContext) -> None:
            await context.send_modal(letter)

        await self.command("write", write)
        opened = await stage.ask("open", command="write")
        equal(opened["title"], "A letter")
        written = asyncio.create_task(self.client.wait_for_modal(letter, timeout=PATIENCE))
        await asyncio.sleep(0)
        seen = asyncio.create_task(stage.ask("submit", field="text", value="dear all"))
        context: ModalContext = await written
        await context.send(context.responses["text"])
        equal((await seen)["content"], "dear all")
