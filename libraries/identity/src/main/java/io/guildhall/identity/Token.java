package io.guildhall.identity;

/**
 * What a token says, before anybody asks whether it was revoked.
 *
 * @param issuedAt seconds since 1970
 * @param proof a bot's token generation, or the login session of a person
 */
record Token(long userId, boolean bot, long issuedAt, long proof) {}
