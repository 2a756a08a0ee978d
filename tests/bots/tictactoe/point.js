'use strict';
// Loaded before the bot, which has no setting for the address: the library's default is set, nothing else.
const { DefaultRestOptions } = require('@discordjs/rest');

DefaultRestOptions.api = process.env.API_BASE;
