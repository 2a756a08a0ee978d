package io.guildhall.identity.oauth2;

import io.guildhall.model.oauth2.OAuth2Scope;
import java.util.Set;

/** What a person let an application do, as it is shown to that person. */
public record StoredGrant(long id, long applicationId, Set<OAuth2Scope> scopes) {
    public StoredGrant {
        scopes = Set.copyOf(scopes);
    }
}
