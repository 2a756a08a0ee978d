package io.guildhall.identity.voice;

/**
 * Lets one session of a user connect to one voice node, once.
 *
 * @param serverId the guild
 * @param issuedAt in ms since 1970
 * @param nonce no two have the same
 */
public record VoiceToken(long userId, long serverId, long channelId, long issuedAt, long nonce) {}
