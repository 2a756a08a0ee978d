package io.guildhall.identity.oauth2;

import io.guildhall.model.oauth2.OAuth2Scope;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has agreed to, for which the application is to get a code.
 *
 * @param codeChallenge of PKCE, made by S256
 * @param nonce that comes back in the identity token, as OpenID Connect says
 * @param webhook that was made for the application, as JSON
 */
public record CodeRequest(
        long userId,
        long applicationId,
        Set<OAuth2Scope> scopes,
        String redirectUri,
        Optional<String> codeChallenge,
        Optional<String> nonce,
        Optional<String> webhook) {
    public CodeRequest {
        scopes = Set.copyOf(scopes);
    }
}
