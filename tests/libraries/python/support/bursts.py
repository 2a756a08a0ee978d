"""More than may be sent at once, until a rate limit was met."""

import asyncio
from collections.abc import Awaitable, Callable

from support import stage
from support.steps import check, equal

BURST = 25
# A slow machine meets no limit with a few.
BURSTS = 8


async def until_limited(send: Callable[[str], Awaitable[object]], size: int = BURST) -> None:
    """Everything arrives, and nothing is sent against a limit.

    send takes a content and answers the message that was sent.
    """
    counted = {"met": 0}
    for burst in range(BURSTS):
        contents = [f"burst {burst} {number}" for number in range(size)]
        sent = await asyncio.gather(*(send(content) for content in contents))
        equal([message.content for message in sent], contents)
        counted = await stage.ask("limits")
        if counted["met"]:
            break
    check("a limit was met", counted["met"] > 0)
    equal(counted["broken"], 0)
