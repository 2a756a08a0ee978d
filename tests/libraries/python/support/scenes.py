"""What the person does in a step, and what of it must have been heard: the same for every library."""

from collections.abc import Awaitable

from support import stage
from support.steps import equal, until


async def behind_closed_doors(heard: list[str]) -> int:
    """Speaks in a channel that is hidden from who listens, then in the open; the hidden channel's id."""
    channel = int((await stage.ask("hide"))["id"])
    await stage.say("behind closed doors", channel)
    await stage.say("in the open")
    await until("the open message came", lambda: heard)
    equal(heard, ["in the open"])
    return channel


async def across_a_cut(heard: list[str], resumed: Awaitable[object]) -> None:
    """Counts before, during and after a cut of the connection; each number is heard once, in order."""
    await stage.count(0, 5)
    await stage.ask("cut")
    await stage.count(5, 15)
    await resumed
    await stage.count(15, 20)
    await until("the last message came", lambda: "number 19" in heard)
    equal(stage.numbers_in(heard), stage.numbers(20))


async def not_for_bots(heard: list[str]) -> None:
    """Speaks twice to who has no intent for contents: only what mentions the second bot has one."""
    await stage.say("not for bots")
    await stage.say(f"for you <@{stage.SECOND_BOT}>")
    await until("both came", lambda: len(heard) >= 2)
    equal(heard, ["", f"for you <@{stage.SECOND_BOT}>"])
