"""The scene that the runner has made, and the person in it (see ../stage.js)."""

import os

import aiohttp

API = os.environ["API_BASE"] + "/v10"
GATEWAY = os.environ["GATEWAY_URL"]
TOKEN = os.environ["BOT_TOKEN"]
SECOND_TOKEN = os.environ["BOT_TOKEN_2"]
GUILD = int(os.environ["GUILD_ID"])
CHANNEL = int(os.environ["CHANNEL_ID"])
VOICE = int(os.environ["VOICE_CHANNEL_ID"])
OWNER = int(os.environ["OWNER_ID"])
BOT = int(os.environ["BOT_ID"])
SECOND_BOT = int(os.environ["BOT_ID_2"])


async def ask(action: str, **parameters: object) -> dict:
    """Lets the person do something, and answers what came of it once it is done."""
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{os.environ['STAGE_URL']}/{action}", json=parameters) as response:
            answer = await response.json()
            if response.status != 200:
                raise RuntimeError(f"{action}: {answer['error']}")
            return answer


async def say(content: str, channel: int = CHANNEL) -> None:
    """The person writes."""
    await ask("say", channel=str(channel), content=content)


async def count(start: int, end: int) -> None:
    """The person writes the numbers from start to below end, as messages."""
    await ask("count", channel=str(CHANNEL), **{"from": start, "to": end})


def numbers(amount: int) -> list[str]:
    """What count(0, amount) writes."""
    return [f"number {number}" for number in range(amount)]


def numbers_in(contents: list[str]) -> list[str]:
    """What the person counted; something said before may still have been on its way."""
    return [content for content in contents if content.startswith("number")]
