package io.guildhall.model.identity;

/**
 * Who a token speaks for.
 *
 * @param applicationId the bot's application; 0 for a person
 * @param sessionId the login that a person's token belongs to; 0 for a bot
 */
public record Identity(long userId, boolean bot, long applicationId, long sessionId) {}
