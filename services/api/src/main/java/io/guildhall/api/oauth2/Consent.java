package io.guildhall.api.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.oauth2.CodeRequest;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.identity.oauth2.TokenPair;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A person says whether an application may do what it asks for. When a bot is to come, the guild's owner is asked first; a code or a
 * token is made only once nothing can refuse any more.
 */
@ApplicationScoped
public class Consent {
    private final Clients clients;
    private final Grants grants;
    private final Installs installs;
    private final IncomingWebhooks webhooks;
    private final AuthorizationNews news;
    private final ApiIds ids;

    @Inject
    public Consent(
            Clients clients,
            Grants grants,
            Installs installs,
            IncomingWebhooks webhooks,
            AuthorizationNews news,
            ApiIds ids) {
        this.webhooks = webhooks;
        this.installs = installs;
        this.news = news;
        this.clients = clients;
        this.grants = grants;
        this.ids = ids;
    }

    /** True for a call that this is to be put around. */
    public boolean concerns(ApiCall call) {
        return call.operation().equals(OAuth2Operations.AUTHORIZE_BOT);
    }

    /** @param owner brings the bot into the guild that the body names */
    public RestAnswer around(ApiCall call, Function<ApiCall, RestAnswer> owner) {
        Authorization asked = Authorization.of(
                call.query(),
                clients.find(Snowflake.parse(call.query().path("client_id").asText())));
        if (!call.body().path("authorize").asBoolean()) {
            return to(asked.location(Map.of("error", "access_denied")));
        }
        Map<String, String> answer = new LinkedHashMap<>();
        if (asked.installs()) {
            if (!call.body().hasNonNull("guild_id")) {
                throw ApiException.invalidField("guild_id", "BASE_TYPE_REQUIRED", "This field is required");
            }
            RestAnswer installed = owner.apply(call);
            if (installed.status() >= 400) {
                return installed;
            }
            if (asked.response() != Authorization.Response.NOTHING) {
                answer.put("guild_id", call.body().path("guild_id").asText());
            }
        }
        if (asked.forPerson()) {
            installs.add(call.caller().userId(), asked.client().applicationId());
        }
        Optional<String> webhook = asked.scopes().contains(OAuth2Scope.WEBHOOK_INCOMING)
                ? Optional.of(webhooks.make(call, asked.client().applicationId()))
                : Optional.empty();
        answer.putAll(made(asked, call.caller().userId(), webhook));
        if (!asked.installs()) {
            news.authorized(asked, call.caller().userId());
        }
        return to(asked.location(answer));
    }

    private Map<String, String> made(Authorization asked, long userId, Optional<String> webhook) {
        long application = asked.client().applicationId();
        return switch (asked.response()) {
            case NOTHING -> Map.of();
            case CODE ->
                Map.of(
                        "code",
                        grants.code(
                                new CodeRequest(
                                        userId,
                                        application,
                                        asked.scopes(),
                                        asked.redirectUri().orElseThrow(),
                                        asked.codeChallenge(),
                                        asked.nonce(),
                                        webhook),
                                ids.next()));
            case TOKEN -> inFragment(grants.token(userId, application, asked.scopes(), ids.next()));
        };
    }

    private static Map<String, String> inFragment(TokenPair token) {
        Map<String, String> fragment = new LinkedHashMap<>();
        fragment.put("token_type", "Bearer");
        fragment.put("access_token", token.accessToken());
        fragment.put("expires_in", Long.toString(token.validFor().toSeconds()));
        fragment.put("scope", OAuth2Scopes.format(token.scopes()));
        return fragment;
    }

    private static RestAnswer to(String location) {
        return RestAnswer.of(
                200, Json.object().put("location", location).toString().getBytes(UTF_8));
    }
}
