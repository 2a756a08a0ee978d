package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.QUERY;
import static io.guildhall.api.oauth2.Instance.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2Test extends OAuth2TestBase {
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
    void codesAreGoodForAMinuteAccessTokensForAWeekAndRefreshTokensForNinetyDays() {
        String late = code(asks("identify"));
        JsonNode tokens = json(redeem(code(asks("identify")), HOME));
        String access = tokens.path("access_token").asText();

        assertThat(in(Duration.ofSeconds(61)).redeem(APPLICATION, late, HOME, Optional.empty()))
                .isEmpty();
        assertThat(in(Duration.ofDays(7).minusMinutes(1)).verify(access)).isPresent();
        assertThat(in(Duration.ofDays(7)).verify(access)).isEmpty();
        String refresh = tokens.path("refresh_token").asText();
        assertThat(in(Duration.ofDays(90)).refresh(APPLICATION, refresh)).isEmpty();
        assertThat(in(Duration.ofDays(90).minusMinutes(1)).refresh(APPLICATION, refresh))
                .isPresent();
    }

    @Test
    void codesAndRefreshTokensAreNoAccessTokens() {
        String code = code(asks("identify"));
        assertThat(bearer(code)).isEqualTo(401);
        assertThat(bearer(json(redeem(code, HOME)).path("refresh_token").asText()))
                .isEqualTo(401);
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
}
