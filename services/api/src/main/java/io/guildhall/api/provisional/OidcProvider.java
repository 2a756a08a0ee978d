package io.guildhall.api.provisional;

/**
 * An OpenID provider that an application trusts.
 *
 * @param issuer its address, which its tokens name word for word
 * @param clientId the game as the provider's client
 */
record OidcProvider(String issuer, String clientId) {}
