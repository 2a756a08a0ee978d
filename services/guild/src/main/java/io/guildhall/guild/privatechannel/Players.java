package io.guildhall.guild.privatechannel;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import java.util.Set;

/** Who plays a game: who lets its application do now what games do for those who play them. */
final class Players {
    private Players() {}

    static boolean plays(StorageFacade storage, long user, long application, long now) {
        return storage
                .read(OAuth2Grants.TABLE, Read.from(OAuth2Grants.TABLE, user).build())
                .stream()
                .anyMatch(grant -> grant.get(OAuth2Grants.APPLICATION_ID) == application
                        && grant.get(OAuth2Grants.EXPIRES_AT, 0L) > now
                        && scopes(grant).contains(OAuth2Scope.SDK_SOCIAL_LAYER));
    }

    private static Set<OAuth2Scope> scopes(RowView grant) {
        return OAuth2Scopes.parse(grant.get(OAuth2Grants.SCOPES, "")).orElse(Set.of());
    }
}
