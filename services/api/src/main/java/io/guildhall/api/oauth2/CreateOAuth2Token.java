package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.claims.IdentityTokens;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.oauth2.Clients.Client;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.identity.oauth2.TokenPair;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tokens for an application: for a code, for a refresh token, or for its own owner on its own word. */
@ApplicationScoped
public class CreateOAuth2Token implements ApiHandler {
    private final Clients clients;
    private final Grants grants;
    private final IdentityTokens identities;
    private final LinkedPlayers players;
    private final ApiIds ids;

    @Inject
    public CreateOAuth2Token(
            Clients clients, Grants grants, IdentityTokens identities, LinkedPlayers players, ApiIds ids) {
        this.clients = clients;
        this.grants = grants;
        this.identities = identities;
        this.players = players;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.CREATE_OAUTH2_TOKEN;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Cache-Control", "no-store");
    }

    @Override
    public JsonNode answer(ApiCall call) {
        TokenRequest request = TokenRequest.of(call.body());
        Client client = clients.authenticate(call.body());
        return switch (request.grantType().or("")) {
            case "authorization_code" ->
                forPerson(client, players.link(client.applicationId(), request, () -> redeem(client, request)));
            case "refresh_token" ->
                forPerson(
                        client,
                        grants.refresh(
                                        client.applicationId(),
                                        request.refreshToken().or(""))
                                .orElseThrow(() -> OAuth2Refusal.invalidGrant("refresh_token")));
            case "client_credentials" -> view(own(client, request));
            default -> throw OAuth2Refusal.unsupportedGrantType();
        };
    }

    private JsonNode forPerson(Client client, TokenPair tokens) {
        ObjectNode answer = view(tokens);
        identities.of(tokens, client.applicationId()).ifPresent(token -> answer.put("id_token", token));
        tokens.webhook().ifPresent(webhook -> answer.set("webhook", Json.parse(webhook)));
        return answer;
    }

    private TokenPair redeem(Client client, TokenRequest request) {
        String redirectUri = request.redirectUri().or("");
        if (redirectUri.isEmpty() && client.redirectUris().size() == 1) {
            redirectUri = client.redirectUris().getFirst();
        }
        return grants.redeem(
                        client.applicationId(),
                        request.code().or(""),
                        redirectUri,
                        Optional.of(request.codeVerifier().or("")).filter(text -> !text.isEmpty()))
                .orElseThrow(() -> OAuth2Refusal.invalidGrant("code"));
    }

    private TokenPair own(Client client, TokenRequest request) {
        Set<OAuth2Scope> scopes = OAuth2Scopes.parse(request.scope().or(""))
                .filter(asked -> asked.stream().noneMatch(OAuth2Scope::installs))
                .filter(asked -> !asked.contains(OAuth2Scope.WEBHOOK_INCOMING))
                .orElseThrow(OAuth2Refusal::invalidScope);
        return grants.token(client.ownerId(), client.applicationId(), scopes, ids.next());
    }

    private static ObjectNode view(TokenPair tokens) {
        ObjectNode answer = Json.object()
                .put("token_type", "Bearer")
                .put("access_token", tokens.accessToken())
                .put("expires_in", tokens.validFor().toSeconds());
        tokens.refreshToken().ifPresent(token -> answer.put("refresh_token", token));
        return answer.put("scope", OAuth2Scopes.format(tokens.scopes()));
    }
}
