package io.guildhall.api.oauth2;

import io.guildhall.api.provisional.ExternalAuth;
import io.guildhall.api.provisional.Merging;
import io.guildhall.api.provisional.Player;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.identity.oauth2.TokenPair;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.provisional.ExternalAuthType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** People who link the account that they have in a game while they let the game speak for them. */
@ApplicationScoped
public class LinkedPlayers {
    private final ExternalAuth auth;
    private final Merging merging;
    private final Grants grants;

    @Inject
    public LinkedPlayers(ExternalAuth auth, Merging merging, Grants grants) {
        this.auth = auth;
        this.merging = merging;
        this.grants = grants;
    }

    /**
     * The person's tokens; when the request says whom the person is in the game, that account becomes the person's. Tokens of whom that fails for
     * are no good.
     */
    TokenPair link(long applicationId, TokenRequest request, Supplier<TokenPair> redeem) {
        if (!request.externalAuthToken().hasValue()
                && !request.externalAuthType().hasValue()) {
            return redeem.get();
        }
        ExternalAuthType type =
                ExternalAuthType.valueOf(request.externalAuthType().required());
        Player player =
                auth.player(applicationId, type, request.externalAuthToken().required());
        long source = merging.source(applicationId, player);
        TokenPair tokens = redeem.get();
        try {
            merging.merge(applicationId, player, source, tokens.userId());
        } catch (ApiException refused) {
            grants.revoke(applicationId, tokens.accessToken());
            throw refused;
        }
        return tokens;
    }
}
