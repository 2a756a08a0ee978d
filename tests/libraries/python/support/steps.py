"""Takes steps one after the other and prints a line for each, as the runner wants it (see ../run.js)."""

import asyncio
import os
import sys
import time
import traceback
from collections.abc import Awaitable, Callable

Step = Callable[[], Awaitable[None]]

# How long what is waited for may take, and a whole step. Nothing passes or fails by how fast it was.
PATIENCE = 20
STEP_PATIENCE = 60


class NotOffered(Exception):
    """The library has no way to do this."""


async def until(what: str, holds: Callable[[], object]) -> None:
    """Waits until the condition holds, and says what was waited for when it never does."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"never came to pass: {what}")
        await asyncio.sleep(0.02)


def equal(actual: object, expected: object) -> None:
    if actual != expected:
        raise AssertionError(f"{actual!r} is not {expected!r}")


def check(what: str, holds: object) -> None:
    if not holds:
        raise AssertionError(f"not so: {what}")


async def take(steps: dict[str, Step]) -> None:
    """Takes the steps in their order. Without the first, none of the others makes sense."""
    for number, (name, step) in enumerate(steps.items()):
        try:
            await asyncio.wait_for(step(), STEP_PATIENCE)
            print(f"ok {name}", flush=True)
        except NotOffered as absent:
            print(f"skipped {name} {absent}", flush=True)
        except Exception as failure:
            traceback.print_exc()
            why = " ".join(f"{type(failure).__name__}: {failure}".split())
            print(f"failed {name} {why}", flush=True)
            if number == 0:
                break


def leave() -> None:
    """Ends the program at once: not every library's own end comes to an end."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
