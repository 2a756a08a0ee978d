package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.HOME;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.TestTokens;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.operation.HttpMethod;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** An application, a person, and the calls by which one gets tokens for the other. */
abstract class OAuth2TestBase {
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";

    final Instance instance = new Instance();

    /** The same grants, later. */
    Grants in(Duration wait) {
        return new Grants(instance.storage, TestTokens.config(), Clock.offset(Clock.systemUTC(), wait));
    }

    static Map<String, String> asks(String scopes) {
        return new HashMap<>(Map.of(
                "client_id",
                Long.toString(APPLICATION),
                "response_type",
                "code",
                "redirect_uri",
                HOME,
                "scope",
                scopes));
    }

    String code(Map<String, String> asked) {
        return parameters(instance.location(asked)).get("code");
    }

    RestAnswer redeem(String code, String redirectUri, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "client_id",
                Long.toString(APPLICATION),
                "client_secret",
                instance.secret,
                "grant_type",
                "authorization_code",
                "redirect_uri",
                redirectUri,
                "code",
                code));
        if (more.length > 0) {
            fields.put(more[0], more[1]);
        }
        return instance.token(fields);
    }

    RestAnswer refresh(JsonNode tokens) {
        return instance.post(
                "/v10/oauth2/token",
                basic(),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()));
    }

    RestAnswer revoke(String token) {
        return instance.post("/v10/oauth2/token/revoke", basic(), Map.of("token", token));
    }

    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((APPLICATION + ":" + instance.secret).getBytes(UTF_8));
    }

    int read(JsonNode tokens) {
        return bearer(tokens.path("access_token").asText());
    }

    /** A person's token is what every other is to the pipeline of tests: a person may see their logins, an application may not. */
    int bearer(String token) {
        boolean known = instance.grants.verify(token).isPresent();
        int status = instance.send(HttpMethod.GET, "/v10/users/@me", "", "Bearer " + token, null, "")
                .status();
        return known ? status : 401;
    }

    static Map<String, String> parameters(String location) {
        URI address = URI.create(location);
        String pairs = address.getRawFragment() == null ? address.getRawQuery() : address.getRawFragment();
        Map<String, String> parameters = new HashMap<>();
        for (String pair : pairs.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
