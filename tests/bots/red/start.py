"""Starts Red as it is: only the library's constants for the address are set first, since it has no setting for them."""

import os
import runpy
import sys

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["API_BASE"] + "/v10"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["GATEWAY_URL"])
discord.Asset.BASE = os.environ["CDN_URL"]

runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
