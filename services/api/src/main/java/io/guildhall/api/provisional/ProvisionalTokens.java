package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.claims.IdentityTokens;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.identity.ProvisionalAccounts.Found;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.identity.oauth2.TokenPair;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Gives a game tokens for a player's account, which is made when the player comes for the first time. */
@ApplicationScoped
public class ProvisionalTokens {
    private final ProvisionalAccounts accounts;
    private final Grants grants;
    private final IdentityTokens identities;
    private final OwnerCalls owners;
    private final StorageAccess storage;
    private final ApiIds ids;

    @Inject
    public ProvisionalTokens(
            ProvisionalAccounts accounts,
            Grants grants,
            IdentityTokens identities,
            OwnerCalls owners,
            StorageAccess storage,
            ApiIds ids) {
        this.accounts = accounts;
        this.grants = grants;
        this.identities = identities;
        this.owners = owners;
        this.storage = storage;
        this.ids = ids;
    }

    /** @throws ApiException 10013 for an account that is gone, 530010 when the player has linked an account of their own, for which OAuth2 asks the person */
    JsonNode of(long applicationId, Player player) {
        Found found = accounts.findOrMake(applicationId, player.identity(), player.name(), ids::next);
        if (!found.provisional()) {
            throw ApiException.of(ErrorCode.USER_ACCOUNT_IS_NOT_PROVISIONAL);
        }
        if (!accounts.exists(found.userId())) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
        player.name().ifPresent(name -> rename(found.userId(), name));
        TokenPair tokens =
                grants.token(found.userId(), applicationId, Set.of(OAuth2Scope.SDK_SOCIAL_LAYER), ids.next());
        return Json.object()
                .put("token_type", "Bearer")
                .put("access_token", tokens.accessToken())
                .put("expires_in", tokens.validFor().toSeconds())
                .put("scope", OAuth2Scopes.format(tokens.scopes()))
                .put("id_token", identities.vouch(tokens, applicationId));
    }

    /** Those who know the player hear of it. */
    private void rename(long userId, String name) {
        Optional<String> present = storage.row(Read.row(Users.TABLE, userId))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Users.GLOBAL_NAME));
        if (!present.equals(Optional.of(name))) {
            owners.call(
                    ActorResolver.user(userId),
                    RestCall.newBuilder()
                            .setOperation("updateMyUser")
                            .setCaller(Caller.newBuilder().setUserId(userId))
                            .setBody(Json.bytes(Json.object().put("global_name", name)))
                            .build());
        }
    }
}
