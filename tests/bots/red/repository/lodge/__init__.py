"""A cog that is fetched from a repository."""

from redbot.core import commands
from redbot.core.bot import Red


class Lodge(commands.Cog):
    """What a repository brings."""

    @commands.command()
    async def knock(self, ctx: commands.Context) -> None:
        """Says that somebody knocked."""
        await ctx.send("Somebody is at the door.")


async def setup(bot: Red) -> None:
    """As every cog of Red begins."""
    await bot.add_cog(Lodge())
