package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who a person is, vouched for: what OpenID Connect has beyond OAuth2. */
class OpenIdTest extends OAuth2TestBase {
    @Test
    void anIdentityTokenIsSignedWithTheKeyThatIsPublished() throws GeneralSecurityException {
        JsonNode key = json(instance.get("/v10/oauth2/keys", null)).path("keys").get(0);
        String[] parts = token("openid identify", "a nonce").split("\\.", -1);

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(number(key, "n").bitLength()).isEqualTo(2048);
        assertThat(decoded(parts[0]).path("kid")).isEqualTo(key.path("kid"));
        JsonNode claims = decoded(parts[1]);
        assertThat(claims.path("sub").asText()).isEqualTo("8");
        assertThat(claims.path("aud").asText()).isEqualTo("70");
        assertThat(claims.path("iss").asText()).isEqualTo("http://localhost:8080");
        assertThat(claims.path("nonce").asText()).isEqualTo("a nonce");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
        assertThat(claims.has("preferred_username")).isTrue();
        assertThat(claims.has("email")).isFalse();
    }

    @Test
    void withoutTheScopeForItThereIsNone() {
        assertThat(json(redeem(code(asks("identify")), HOME)).has("id_token")).isFalse();
    }

    @Test
    void itComesAgainWithRefreshedTokensButTheNonceDoesNot() {
        Map<String, String> asked = asks("openid");
        asked.put("nonce", "a nonce");
        JsonNode next = json(refresh(json(redeem(code(asked), HOME))));
        JsonNode claims = decoded(next.path("id_token").asText().split("\\.", -1)[1]);
        assertThat(claims.path("sub").asText()).isEqualTo("8");
        assertThat(claims.has("nonce")).isFalse();
        assertThat(claims.has("preferred_username")).isFalse();
    }

    @Test
    void aPersonIsDescribedAsFarAsTheScopesGo() {
        JsonNode little = about("openid");
        JsonNode all = about("openid identify email");
        assertThat(little.size()).isEqualTo(1);
        assertThat(all.has("email") && all.has("email_verified") && all.has("locale"))
                .isTrue();
        assertThat(all.path("picture").asText()).endsWith("/embed/avatars/0.png");
    }

    private JsonNode about(String scopes) {
        JsonNode tokens = json(redeem(code(asks(scopes)), HOME));
        return json(instance.get(
                "/v10/oauth2/userinfo", "Bearer " + tokens.path("access_token").asText()));
    }

    private String token(String scopes, String nonce) {
        Map<String, String> asked = asks(scopes);
        asked.put("nonce", nonce);
        return json(redeem(code(asked), HOME)).path("id_token").asText();
    }

    private static JsonNode decoded(String part) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
    }
}
