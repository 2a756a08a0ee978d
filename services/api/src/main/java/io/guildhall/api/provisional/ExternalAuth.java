package io.guildhall.api.provisional;

import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.provisional.ExternalAuthType;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Finds out who a player is whom somebody else vouches for: the OpenID provider that the application has named, or this instance itself. Other
 * kinds belong to companies whose services nobody has set up here, and are refused.
 */
@ApplicationScoped
public class ExternalAuth {
    private final StorageAccess storage;
    private final OidcTokens oidc;
    private final Grants grants;
    private final ProvisionalAccounts accounts;

    @Inject
    public ExternalAuth(StorageAccess storage, OidcTokens oidc, Grants grants, ProvisionalAccounts accounts) {
        this.storage = storage;
        this.oidc = oidc;
        this.grants = grants;
        this.accounts = accounts;
    }

    /** @throws ApiException one of 530001 to 530027 for an ID token that is no good, 50025 with 403 for one of this instance's */
    public Player player(long applicationId, ExternalAuthType type, String token) {
        return switch (type) {
            case OIDC -> oidc.verify(provider(applicationId), token);
            case DISCORD_BOT_ISSUED_ACCESS_TOKEN -> issued(applicationId, token);
            case EPIC_ONLINE_SERVICES_ACCESS_TOKEN,
                    EPIC_ONLINE_SERVICES_ID_TOKEN,
                    STEAM_SESSION_TICKET,
                    UNITY_SERVICES_ID_TOKEN,
                    APPLE_ID_TOKEN,
                    PLAYSTATION_NETWORK_ID_TOKEN ->
                throw ApiException.invalidField(
                        "external_auth_type",
                        "EXTERNAL_AUTH_TYPE_NOT_CONFIGURED",
                        "This instance asks no provider of this type.");
        };
    }

    private Player issued(long applicationId, String token) {
        return grants.verify(token)
                .filter(identity -> identity.grant().orElseThrow().applicationId() == applicationId)
                .flatMap(identity -> accounts.identity(identity.userId(), applicationId))
                .map(identity -> new Player(identity, Optional.empty()))
                .orElseThrow(() -> ApiException.forbidden(ErrorCode.INVALID_OAUTH2_ACCESS_TOKEN));
    }

    private OidcProvider provider(long applicationId) {
        return storage.row(Read.row(Applications.TABLE, applicationId))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Applications.OIDC_CONFIGURATION))
                .map(Json::parse)
                .map(stored -> new OidcProvider(
                        stored.path("issuer").asText(), stored.path("client_id").asText()))
                .orElseThrow(() -> ApiException.of(ErrorCode.OIDC_CONFIGURATION_NOT_FOUND));
    }
}
