package io.guildhall.model.identity;

/**
 * What a token with a good signature says of itself; whether it was revoked only the store knows.
 *
 * @param proof tells the user's tokens that were made at different times apart: two with the same live and die together
 */
public record TokenClaim(long userId, boolean bot, long proof) {}
