package io.guildhall.identity.proof;

/**
 * A token that is good at this moment.
 *
 * @param nonce of the token
 * @param about the state of the account that it is good for
 */
public record Proof(Purpose purpose, long userId, long nonce, String about) {}
