package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.QUERY;
import static io.guildhall.api.oauth2.Instance.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.TestTokens;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2Test {
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";

    private final Instance instance = new Instance();

    @Test
    void aCodeBecomesTokensThatSpeakForThePerson() {
        RestAnswer answer = redeem(code(asks("identify guilds")), HOME);

        JsonNode tokens = json(answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(604800);
        assertThat(tokens.path("scope").asText()).isEqualTo("identify guilds");
        assertThat(read(tokens)).isEqualTo(200);
        assertThat(instance.owner.last().getRest().getCaller().getUserId()).isEqualTo(Instance.PERSON);
        assertThat(instance.owner.last().getRest().getCaller().getBot()).isFalse();
    }

    @Test
    void stateComesBackAsItWas() {
        Map<String, String> asked = asks("identify");
        asked.put("state", "a&b=c d#e");
        assertThat(parameters(instance.location(asked))).containsEntry("state", "a&b=c d#e");
        RestAnswer refused = instance.authorize(asked, "{\"authorize\":false}");
        assertThat(parameters(json(refused).path("location").asText()))
                .containsEntry("state", "a&b=c d#e")
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void aCodeIsGoodOnceAndEndsWhatCameOfItWhenItComesAgain() {
        String code = code(asks("identify"));
        JsonNode tokens = json(redeem(code, HOME));
        assertThat(read(tokens)).isEqualTo(200);

        RestAnswer again = redeem(code, HOME);

        assertThat(again.status()).isEqualTo(400);
        assertThat(json(again).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(read(tokens)).isEqualTo(401);
    }

    @Test
    void aCodeIsForTheApplicationAndTheAddressThatItWasMadeFor() {
        String code = code(asks("identify"));
        instance.application(71, HOME);
        String other = new ClientSecrets(instance.storage).renew(71);
        assertThat(instance.token(Map.of(
                                "client_id", "71",
                                "client_secret", other,
                                "grant_type", "authorization_code",
                                "redirect_uri", HOME,
                                "code", code))
                        .status())
                .isEqualTo(400);
        assertThat(redeem(code, QUERY).status()).isEqualTo(400);
        assertThat(redeem(code, HOME).status()).isEqualTo(200);
    }

    @Test
    void aCodeWithAChallengeIsForWhoHasTheVerifier() {
        Map<String, String> asked = asks("identify");
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        String code = code(asked);
        assertThat(redeem(code, HOME).status()).isEqualTo(400);
        assertThat(redeem(code, HOME, "code_verifier", VERIFIER + "x").status()).isEqualTo(400);
        assertThat(redeem(code, HOME, "code_verifier", challenge()).status()).isEqualTo(400);
        assertThat(redeem(code, HOME, "code_verifier", VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void aVerifierWithoutAChallengeIsRefused() {
        assertThat(redeem(code(asks("identify")), HOME, "code_verifier", VERIFIER)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void challengesThatProtectNothingAreRefused() {
        for (String method : List.of("plain", "")) {
            Map<String, String> asked = asks("identify");
            asked.put("code_challenge", challenge());
            asked.put("code_challenge_method", method);
            assertThat(instance.authorize(asked, "{\"authorize\":true}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aRefreshTokenIsGoodOnceAndEndsTheAccessTokenBesideIt() {
        JsonNode first = json(redeem(code(asks("identify")), HOME));
        JsonNode second = json(refresh(first));
        assertThat(second.path("scope").asText()).isEqualTo("identify");
        assertThat(read(first)).isEqualTo(401);
        assertThat(read(second)).isEqualTo(200);
        assertThat(refresh(first).status()).isEqualTo(400);
        assertThat(read(second)).isEqualTo(200);
        assertThat(read(json(refresh(second)))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void aRevokedTokenEndsThePair(String which) {
        JsonNode tokens = json(redeem(code(asks("identify")), HOME));
        assertThat(revoke(tokens.path(which).asText()).status()).isEqualTo(200);
        assertThat(read(tokens)).isEqualTo(401);
        assertThat(refresh(tokens).status()).isEqualTo(400);
        assertThat(revoke("no token at all").status()).isEqualTo(200);
    }

    @Test
    void tokensEndWithTheirApplication() {
        JsonNode tokens = json(redeem(code(asks("identify")), HOME));
        instance.storage
                .write(List.of(Write.delete(Applications.TABLE, APPLICATION)))
                .await()
                .indefinitely();
        assertThat(read(tokens)).isEqualTo(401);
    }

    @Test
    void codesAreGoodForAMinuteAndAccessTokensForAWeek() {
        String late = code(asks("identify"));
        JsonNode tokens = json(redeem(code(asks("identify")), HOME));
        String access = tokens.path("access_token").asText();

        assertThat(in(Duration.ofSeconds(61)).redeem(APPLICATION, late, HOME, Optional.empty()))
                .isEmpty();
        assertThat(in(Duration.ofDays(7).minusMinutes(1)).verify(access)).isPresent();
        assertThat(in(Duration.ofDays(7)).verify(access)).isEmpty();
        assertThat(in(Duration.ofDays(70))
                        .refresh(APPLICATION, tokens.path("refresh_token").asText()))
                .isPresent();
    }

    /** The same grants, later. */
    private Grants in(Duration wait) {
        return new Grants(instance.storage, new TestTokens(), Clock.offset(Clock.systemUTC(), wait));
    }

    @Test
    void codesAndRefreshTokensAreNoAccessTokens() {
        String code = code(asks("identify"));
        assertThat(bearer(code)).isEqualTo(401);
        assertThat(bearer(json(redeem(code, HOME)).path("refresh_token").asText()))
                .isEqualTo(401);
    }

    @Test
    void anImplicitTokenStandsInTheFragmentAndIsNotRefreshed() {
        Map<String, String> asked = asks("identify");
        asked.put("response_type", "token");
        String location = instance.location(asked);
        assertThat(location).startsWith(HOME + "#token_type=Bearer");
        Map<String, String> fragment = parameters(location);
        assertThat(fragment).containsEntry("scope", "identify").doesNotContainKey("refresh_token");
        assertThat(bearer(fragment.get("access_token"))).isEqualTo(200);
    }

    @Test
    void anApplicationSpeaksForItsOwnOwnerOnItsOwnWord() {
        JsonNode tokens = json(instance.post(
                "/v10/oauth2/token", basic(), Map.of("grant_type", "client_credentials", "scope", "identify")));
        assertThat(tokens.has("refresh_token")).isFalse();
        assertThat(read(tokens)).isEqualTo(200);
        assertThat(instance.owner.last().getRest().getCaller().getUserId()).isEqualTo(Instance.PERSON);
    }

    @ParameterizedTest
    @CsvSource({
        "70, wrong, authorization_code, invalid_client, 401",
        "70, '', authorization_code, invalid_client, 401",
        "71, right, authorization_code, invalid_client, 401",
        "x, right, authorization_code, invalid_client, 401",
        "70, right, password, unsupported_grant_type, 400",
        "70, right, '', unsupported_grant_type, 400",
        "70, right, authorization_code, invalid_grant, 400",
        "70, right, refresh_token, invalid_grant, 400",
        "70, right, client_credentials, invalid_scope, 400"
    })
    void whatIsWrongIsSaidAsTheStandardDoes(String id, String secret, String grantType, String error, int status) {
        RestAnswer answer = instance.token(Map.of(
                "client_id",
                id,
                "client_secret",
                secret.equals("right") ? instance.secret : secret,
                "grant_type",
                grantType,
                "code",
                "x"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/back/",
                "https://app.example/Back",
                "https://app.example/back?with=query&more",
                "https://app.example.evil.example/back",
                "https://app.example/back#here",
                "javascript:alert(1)",
                ""
            })
    void nothingIsSentToAnAddressThatIsNotTheApplicationsOwnSignForSign(String address) {
        Map<String, String> asked = asks("identify");
        asked.put("redirect_uri", address);
        for (String body : List.of("{\"authorize\":true}", "{\"authorize\":false}")) {
            assertThat(instance.authorize(asked, body).status()).isEqualTo(400);
        }
    }

    @Test
    void anAnswerIsPutBehindTheQueryOfItsAddress() {
        Map<String, String> asked = asks("identify");
        asked.put("redirect_uri", QUERY);
        assertThat(instance.location(asked)).startsWith(QUERY + "&code=");
    }

    @Test
    void scopesThatNobodyKnowsAreRefused() {
        assertThat(instance.authorize(asks("identify everything"), "{\"authorize\":true}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBotComesFirstAndACodeOnlyWhenItMayCome() {
        Map<String, String> asked = asks("bot identify");
        assertThat(instance.authorize(asked, "{\"authorize\":true}").status()).isEqualTo(400);
        assertThat(instance.owner.commands()).isEmpty();

        RestAnswer added = instance.authorize(asked, "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(instance.owner.last().getRest().getOperation()).isEqualTo("authorizeBot");
        assertThat(parameters(json(added).path("location").asText())).containsEntry("guild_id", "4");

        instance.owner.refuseCalls(true);
        RestAnswer refused = instance.authorize(asked, "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aBotAloneNeedsNoAddress() {
        RestAnswer added = instance.authorize(
                Map.of("client_id", "70", "scope", "bot applications.commands"),
                "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(json(added).path("location").asText()).isEqualTo("/oauth2/authorized");
    }

    @Test
    void withoutTheScopeForItAnApplicationSeesNoAddressOfMail() {
        JsonNode without = json(instance.get(
                "/v10/users/@me",
                "Bearer "
                        + json(redeem(code(asks("identify")), HOME))
                                .path("access_token")
                                .asText()));
        JsonNode with = json(instance.get(
                "/v10/users/@me",
                "Bearer "
                        + json(redeem(code(asks("identify email")), HOME))
                                .path("access_token")
                                .asText()));
        assertThat(without.has("email") && without.path("email").isNull()).isTrue();
        assertThat(with.has("email")).isFalse();
    }

    @Test
    void aNewSecretEndsTheOldOne() {
        String fresh = new ClientSecrets(instance.storage).renew(APPLICATION);
        assertThat(fresh).hasSize(32).isNotEqualTo(instance.secret);
        RestAnswer answer = instance.token(
                Map.of("client_id", "70", "client_secret", instance.secret, "grant_type", "client_credentials"));
        assertThat(answer.status()).isEqualTo(401);
    }

    private static Map<String, String> asks(String scopes) {
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

    private String code(Map<String, String> asked) {
        return parameters(instance.location(asked)).get("code");
    }

    private RestAnswer redeem(String code, String redirectUri, String... more) {
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

    private RestAnswer refresh(JsonNode tokens) {
        return instance.post(
                "/v10/oauth2/token",
                basic(),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()));
    }

    private RestAnswer revoke(String token) {
        return instance.post("/v10/oauth2/token/revoke", basic(), Map.of("token", token));
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((APPLICATION + ":" + instance.secret).getBytes(UTF_8));
    }

    private int read(JsonNode tokens) {
        return bearer(tokens.path("access_token").asText());
    }

    /** A person's token is what every other is to the pipeline of tests: a person may see their logins, an application may not. */
    private int bearer(String token) {
        boolean known = instance.grants.verify(token).isPresent();
        int status = instance.send(HttpMethod.GET, "/v10/users/@me", "", "Bearer " + token, null, "")
                .status();
        return known ? status : 401;
    }

    private static Map<String, String> parameters(String location) {
        URI address = URI.create(location);
        String pairs = address.getRawFragment() == null ? address.getRawQuery() : address.getRawFragment();
        Map<String, String> parameters = new HashMap<>();
        for (String pair : pairs.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
