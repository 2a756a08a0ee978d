package io.guildhall.identity.oauth2;

import io.guildhall.model.oauth2.OAuth2Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an application gets.
 *
 * @param refreshToken absent where the application can ask anew at any time, and where a browser would have it
 * @param nonce that the application set when it asked, for the first tokens alone
 * @param webhook that was made for the application, as JSON; for the first tokens alone
 */
public record TokenPair(
        String accessToken,
        Optional<String> refreshToken,
        Set<OAuth2Scope> scopes,
        Duration validFor,
        long userId,
        Optional<String> nonce,
        Optional<String> webhook) {
    public TokenPair {
        scopes = Set.copyOf(scopes);
    }
}
