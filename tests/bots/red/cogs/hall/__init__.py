"""A cog as anybody may add to a Red of their own: slash commands, and a list of everything that the bot answers to."""

import io

import discord
from discord import app_commands
from redbot.core import commands
from redbot.core.bot import Red


class Hall(commands.Cog):
    """What Red's own cogs do not have."""

    def __init__(self, bot: Red) -> None:
        self.bot = bot

    @commands.command()
    async def everything(self, ctx: commands.Context) -> None:
        """The names of all commands, one a line, as a file."""
        names = "\n".join(sorted(command.qualified_name for command in self.bot.walk_commands()))
        await ctx.send(file=discord.File(io.BytesIO(names.encode()), "everything.txt"))

    @commands.hybrid_command()
    async def greet(self, ctx: commands.Context, member: discord.Member, times: commands.Range[int, 1, 3] = 1) -> None:
        """Greets a member, as a message or as a slash command."""
        await ctx.send(" ".join([f"Hello {member.display_name}!"] * times))

    @app_commands.command()
    async def whisper(self, interaction: discord.Interaction, words: str) -> None:
        """Repeats words so that one person sees them."""
        await interaction.response.send_message(words, ephemeral=True)

    @app_commands.command()
    async def colour(self, interaction: discord.Interaction, name: str) -> None:
        """Names a colour, with completion."""
        await interaction.response.defer()
        await interaction.followup.send(f"It is {name}.")

    @colour.autocomplete("name")
    async def colours(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        known = ["red", "rose", "green"]
        return [app_commands.Choice(name=each, value=each) for each in known if each.startswith(current)]


async def setup(bot: Red) -> None:
    """As every cog of Red begins."""
    await bot.add_cog(Hall(bot))
