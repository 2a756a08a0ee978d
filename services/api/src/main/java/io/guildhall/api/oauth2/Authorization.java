package io.guildhall.api.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.oauth2.Clients.Client;
import io.guildhall.identity.oauth2.CodeChallenge;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an application asks of a person, found to be right.
 *
 * @param redirectUri where the answer goes: one of the application's own, sign for sign; empty where only a bot is added and nobody
 *     waits for an answer
 * @param forPerson whether the application's commands are for the person, wherever they are, and come into no guild
 */
record Authorization(
        Client client,
        Set<OAuth2Scope> scopes,
        Response response,
        Optional<String> redirectUri,
        Optional<String> state,
        Optional<String> codeChallenge,
        Optional<String> nonce,
        boolean forPerson) {
    private static final int FOR_PERSON = 1;

    /** What is sent back. */
    enum Response {
        NOTHING,
        CODE,
        TOKEN
    }

    /** @throws ApiException 50035 for what is not right, which must not be sent to any address then */
    static Authorization of(ObjectNode query, Client client) {
        Set<OAuth2Scope> scopes = OAuth2Scopes.parse(query.path("scope").asText("bot"))
                .orElseThrow(() -> invalid("scope", "The requested scope is invalid, unknown, or malformed."));
        boolean forPerson = query.path("integration_type").asInt() == FOR_PERSON;
        if (forPerson && !isForPerson(scopes, client)) {
            throw invalid("integration_type", "Invalid integration type for this application.");
        }
        Response response = response(query, scopes);
        if (scopes.contains(OAuth2Scope.BOT) && client.needsCode() && response != Response.CODE) {
            throw invalid("response_type", "Integration requires code grant.");
        }
        if (scopes.contains(OAuth2Scope.WEBHOOK_INCOMING) && response != Response.CODE) {
            throw invalid("response_type", "A webhook comes with a code only.");
        }
        Optional<String> redirectUri = response == Response.NOTHING
                ? Optional.empty()
                : Optional.of(redirectUri(text(query, "redirect_uri"), client));
        return new Authorization(
                client,
                scopes,
                response,
                redirectUri,
                text(query, "state"),
                codeChallenge(query, response),
                text(query, "nonce"),
                forPerson);
    }

    /** The application says that people may have it, and no bot comes with it. */
    private static boolean isForPerson(Set<OAuth2Scope> scopes, Client client) {
        return client.forPeople()
                && scopes.contains(OAuth2Scope.APPLICATIONS_COMMANDS)
                && !scopes.contains(OAuth2Scope.BOT);
    }

    private static Response response(ObjectNode query, Set<OAuth2Scope> scopes) {
        Optional<String> type = text(query, "response_type");
        if (type.isPresent()) {
            return type.get().equals("code") ? Response.CODE : Response.TOKEN;
        }
        if (!scopes.stream().allMatch(OAuth2Scope::installs)) {
            throw invalid("response_type", "This field is required");
        }
        return Response.NOTHING;
    }

    private static String redirectUri(Optional<String> asked, Client client) {
        if (asked.isEmpty() && client.redirectUris().size() == 1) {
            return client.redirectUris().getFirst();
        }
        return asked.filter(client.redirectUris()::contains)
                .orElseThrow(() -> invalid("redirect_uri", "Redirect URI is not one of the application's own."));
    }

    private static Optional<String> codeChallenge(ObjectNode query, Response response) {
        Optional<String> challenge = text(query, "code_challenge");
        if (challenge.isEmpty()) {
            return challenge;
        }
        if (response != Response.CODE
                || !query.path("code_challenge_method").asText().equals("S256")
                || !CodeChallenge.isOne(challenge.get())) {
            throw invalid("code_challenge", "Only challenges made by S256 for a code are taken.");
        }
        return challenge;
    }

    /** True when the bot, or the application's commands, come into a guild. */
    boolean installs() {
        return !forPerson && scopes.stream().anyMatch(OAuth2Scope::installs);
    }

    /** The redirect URI with the answer, and the state as it came. */
    String location(Map<String, String> answer) {
        String pairs = Stream.concat(answer.entrySet().stream(), state.map(value -> Map.entry("state", value)).stream())
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String address = redirectUri.orElse("/oauth2/authorized");
        if (pairs.isEmpty()) {
            return address;
        }
        String mark = response == Response.TOKEN ? "#" : address.contains("?") ? "&" : "?";
        return address + mark + pairs;
    }

    private static Optional<String> text(ObjectNode query, String field) {
        return Optional.ofNullable(query.get(field))
                .filter(value -> !value.isNull())
                .map(value -> value.asText())
                .filter(value -> !value.isEmpty());
    }

    private static ApiException invalid(String field, String message) {
        return ApiException.invalidField(field, "OAUTH2_REQUEST_INVALID", message);
    }
}
