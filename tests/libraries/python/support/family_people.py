"""Steps with what people ask of a bot. What the libraries of the family do in different ways, each program says for itself."""

import asyncio

from support import stage
from support.steps import PATIENCE, Step, check, equal

STRING = 3
INTEGER = 4


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

    async def choices(self, interaction: object, names: dict[str, str]) -> None:
        """Offers these values by their names."""
        raise NotImplementedError

    async def open_letter(self, interaction: object) -> None:
        """Opens a form "A letter" (letter) with one field, text."""
        raise NotImplementedError

    async def edit_answer(self, interaction: object, content: str) -> None:
        await interaction.edit_original_response(content=content)

    async def command(self, name: str, options: tuple = ()) -> None:
        command = {"type": 1, "name": name, "description": "Of a test", "options": list(options)}
        await self.client.http.upsert_guild_command(stage.BOT, stage.GUILD, command)

    async def when(self, action: str, answer: object, **parameters: object) -> dict:
        """Lets the person do something, answers the interaction that comes of it, and says what the person saw."""
        coming = asyncio.ensure_future(self.client.wait_for("interaction", timeout=PATIENCE))
        await asyncio.sleep(0)
        seen = asyncio.create_task(stage.ask(action, **parameters))
        await asyncio.wait({coming, seen}, return_when=asyncio.FIRST_COMPLETED)
        if not coming.done():
            seen.result()
        await answer(await coming)
        return await seen

    async def slash(self) -> None:
        await self.command(
            "greet",
            (
                {"type": STRING, "name": "whom", "description": "Whom", "required": True, "autocomplete": True},
                {"type": INTEGER, "name": "often", "description": "How often"},
            ),
        )

        async def offer(interaction: object) -> None:
            equal(interaction.data["options"][0]["value"], "wo")
            await self.choices(interaction, {"World": "world"})

        offered = await self.when("type", offer, command="greet", option="whom", value="wo")
        equal(offered["choices"], ["world"])

        async def greet(interaction: object) -> None:
            values = {option["name"]: option["value"] for option in interaction.data["options"]}
            equal(values, {"whom": "world", "often": 2})
            equal(interaction.user.id, stage.OWNER)
            await interaction.response.send_message("hello world, hello world")

        options = [{"type": STRING, "name": "whom", "value": "world"}, {"type": INTEGER, "name": "often", "value": 2}]
        seen = await self.when("run", greet, command="greet", options=options)
        equal(seen["content"], "hello world, hello world")
        check("everybody sees it", not seen["ephemeral"])

    async def deferred(self) -> None:
        await self.command("think")

        async def think(interaction: object) -> None:
            await interaction.response.defer()
            await self.edit_answer(interaction, "thought")

        seen = await self.when("run", think, command="think")
        equal(seen["content"], "thought")
        check("it was announced", seen["deferred"])

    async def ephemeral(self) -> None:
        await self.command("whisper")

        async def whisper(interaction: object) -> None:
            await interaction.response.send_message("psst", ephemeral=True)

        seen = await self.when("run", whisper, command="whisper")
        equal(seen["content"], "psst")
        check("one person sees it", seen["ephemeral"])

    async def button(self) -> None:
        view = self.library.ui.View(timeout=None)
        view.add_item(self.library.ui.Button(label="Press", custom_id="press"))
        message = await self.channel.send("press it", view=view)
        view.stop()

        async def pressed(interaction: object) -> None:
            equal(interaction.message.id, message.id)
            equal(interaction.data["custom_id"], "press")
            await interaction.response.edit_message(content="pressed", view=None)

        seen = await self.when("press", pressed, message=str(message.id), button="press")
        equal(seen["content"], "pressed")

    def menu(self) -> object:
        """A menu (colours) of three colours, two of which may be chosen."""
        options = [self.library.SelectOption(label=colour) for colour in ("red", "green", "blue")]
        return self.library.ui.Select(custom_id="colours", min_values=1, max_values=2, options=options)

    async def select(self) -> None:
        view = self.library.ui.View(timeout=None)
        view.add_item(self.menu())
        message = await self.channel.send("choose", view=view)
        view.stop()

        async def chosen(interaction: object) -> None:
            await interaction.response.send_message(" and ".join(interaction.data["values"]))

        values = ["red", "blue"]
        seen = await self.when("choose", chosen, message=str(message.id), menu="colours", values=values)
        equal(seen["content"], "red and blue")

    async def modal(self) -> None:
        await self.command("write")
        opened = await self.when("open", self.open_letter, command="write")
        equal(opened["title"], "A letter")

        async def written(interaction: object) -> None:
            equal(interaction.data["custom_id"], "letter")
            row = interaction.data["components"][0]
            field = row["components"][0] if "components" in row else row["component"]
            await interaction.response.send_message(field["value"])

        seen = await self.when("submit", written, field="text", value="dear all")
        equal(seen["content"], "dear all")
