package io.guildhall.model.identity;

import io.guildhall.model.oauth2.OAuth2Scope;
import java.util.Set;

/**
 * What a person has let an application do for them, as an access token shows it.
 *
 * @param applicationId that was let
 * @param expiresAt when the access token ends, in ms since 1970
 */
public record Grant(long grantId, long applicationId, Set<OAuth2Scope> scopes, long expiresAt) {
    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
