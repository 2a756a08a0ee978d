package io.guildhall.api.provisional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.provisional.ExternalIdentity;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcTokensTest {
    private static final long NOW = 1_900_000_000;
    private static final OidcProvider TRUSTED = new OidcProvider(Provider.ISSUER, Provider.CLIENT);

    private final Provider provider = new Provider();
    private final OidcTokens tokens = new OidcTokens(
            new OidcDocuments(address -> new byte[0]) {
                @Override
                public JsonNode at(String address) {
                    return provider.documents.getOrDefault(address, MissingNode.getInstance());
                }
            },
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void ofEveryKindOfKeyAreTaken(String algorithm) {
        ObjectNode claims = Provider.claims(NOW).put("preferred_username", "Ace");
        Player player = tokens.verify(TRUSTED, provider.token(algorithm, claims));
        assertThat(player.identity()).isEqualTo(ExternalIdentity.ofProvider(Provider.ISSUER, "player one"));
        assertThat(player.name()).contains("Ace");
    }

    @Test
    void mayNameSeveralAudiencesAndNobody() {
        ObjectNode claims = Provider.claims(NOW).put("preferred_username", "x".repeat(33));
        claims.putArray("aud").add("another").add(Provider.CLIENT);
        assertThat(tokens.verify(TRUSTED, provider.token("RS256", claims)).name())
                .isEmpty();
    }

    @Test
    void thatAreNotWhatTheyShouldBeAreRefusedByTheNumberOfTheReason() {
        refused(ErrorCode.ID_TOKEN_JWT_ISSUER_MISMATCH, claims -> claims.put("iss", Provider.ISSUER + "/"));
        refused(ErrorCode.ID_TOKEN_JWT_AUDIENCE_MISMATCH, claims -> claims.put("aud", "another"));
        refused(ErrorCode.ID_TOKEN_JWT_EXPIRED, claims -> claims.put("exp", NOW));
        refused(ErrorCode.ID_TOKEN_JWT_ISSUED_TOO_LONG_AGO, claims -> claims.put("iat", NOW - 604_801));
        refused(ErrorCode.INVALID_OIDC_JWT_TOKEN, claims -> claims.put("iat", NOW + 61));
        refused(ErrorCode.INVALID_OIDC_JWT_TOKEN, claims -> claims.remove("exp"));
        refused(ErrorCode.INVALID_OIDC_JWT_TOKEN, claims -> claims.remove("iat"));
        refused(ErrorCode.INVALID_OIDC_JWT_TOKEN, claims -> claims.remove("sub"));
    }

    /** Nor one whose algorithm says that nobody need have signed it, or that the public key is a secret. */
    @Test
    void thatTheProviderHasNotSignedAreRefused() {
        String good = provider.token("RS256", Provider.claims(NOW));
        String[] parts = good.split("\\.");
        String other = provider.token("RS256", Provider.claims(NOW).put("sub", "another"))
                .split("\\.")[1];
        refused(ErrorCode.INVALID_OIDC_JWT_TOKEN, parts[0] + '.' + other + '.' + parts[2]);
        refused(ErrorCode.INVALID_OIDC_JWT_TOKEN, parts[0] + '.' + parts[1] + '.');
        refused(
                ErrorCode.INVALID_OIDC_JWT_TOKEN,
                provider.token("none", Json.object().put("kid", "e"), Provider.claims(NOW)));
        refused(
                ErrorCode.INVALID_OIDC_JWT_TOKEN,
                provider.token("HS256", Json.object().put("kid", "r"), Provider.claims(NOW)));
        refused(
                ErrorCode.INVALID_OIDC_JWT_TOKEN,
                provider.token("ES256", Json.object().put("kid", "r"), Provider.claims(NOW)));
        refused(
                ErrorCode.INVALID_OIDC_JWT_TOKEN,
                provider.token("RS256", Json.object().put("kid", "x"), Provider.claims(NOW)));
        refused(ErrorCode.MISSING_KID_HEADER, provider.token("RS256", Json.object(), Provider.claims(NOW)));
        for (String nonsense : new String[] {"x", "..", "a.b.c", "e30.e30.", "W10.W10.x"}) {
            assertThatExceptionOfType(ApiException.class).isThrownBy(() -> tokens.verify(TRUSTED, nonsense));
        }
    }

    /** What the provider calls the player is a name like any other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"  Ace   of  Base | Ace of Base", "A\u200bce | Ace", "\u202eecA | ecA"})
    void callThePlayerByTheRuleOfNames(String said, String name) {
        ObjectNode claims = Provider.claims(NOW).put("preferred_username", said);
        assertThat(tokens.verify(TRUSTED, provider.token("RS256", claims)).name())
                .contains(name);
    }

    @Test
    void callThePlayerNothingThatIsNoName() {
        for (String said : new String[] {"\u200b\u200b", " ", "", "x".repeat(33), "x".repeat(9_000)}) {
            ObjectNode claims = Provider.claims(NOW).put("preferred_username", said);
            assertThat(tokens.verify(TRUSTED, provider.token("RS256", claims)).name())
                    .isEmpty();
        }
        ObjectNode whole = Provider.claims(NOW)
                .put("preferred_username", Character.toString(0x1F600).repeat(32));
        assertThat(tokens.verify(TRUSTED, provider.token("RS256", whole)).name())
                .isPresent();
    }

    /** Of a key of half a million bits one signature would cost a second. */
    @ParameterizedTest
    @ValueSource(ints = {2_040, 8_200, 500_000})
    void thatAreSignedWithKeysOfOtherSizesAreRefused(int bits) {
        String modulus = number(BigInteger.ONE.shiftLeft(bits - 1).setBit(0));
        assertThat(JsonWebKey.of(
                        Json.object().put("kty", "RSA").put("n", modulus).put("e", "AQAB"), "RS256"))
                .isEmpty();
    }

    @Test
    void thatAreSignedWithKeysThatAreNoneAreRefused() {
        String modulus = number(BigInteger.ONE.shiftLeft(2_047).setBit(0));
        for (BigInteger exponent : new BigInteger[] {
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.TWO,
            BigInteger.ONE.shiftLeft(2_000).setBit(0)
        }) {
            ObjectNode key = Json.object().put("kty", "RSA").put("n", modulus).put("e", number(exponent));
            assertThat(JsonWebKey.of(key, "RS256")).isEmpty();
        }
        for (String x : new String[] {"AQ", number(BigInteger.ONE.shiftLeft(300))}) {
            ObjectNode key = Json.object()
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("x", x)
                    .put("y", "AQ");
            assertThat(JsonWebKey.of(key, "ES256"))
                    .as("a point beside the curve")
                    .isEmpty();
        }
    }

    private static String number(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    @Test
    void ofProvidersThatSayNothingAreRefused() {
        String good = provider.token("RS256", Provider.claims(NOW));
        provider.documents.put(Provider.ISSUER + "/keys", Json.object());
        refused(ErrorCode.OIDC_JWKS_NOT_FOUND, good);
        ((ObjectNode) provider.documents.get(Provider.ISSUER + "/.well-known/openid-configuration"))
                .put("issuer", "https://x.example");
        refused(ErrorCode.OIDC_CONFIGURATION_NOT_FOUND, good);
        provider.documents.clear();
        refused(ErrorCode.OIDC_CONFIGURATION_NOT_FOUND, good);
    }

    private void refused(ErrorCode code, Consumer<ObjectNode> change) {
        ObjectNode claims = Provider.claims(NOW);
        change.accept(claims);
        refused(code, provider.token("ES256", claims));
    }

    private void refused(ErrorCode code, String token) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> tokens.verify(TRUSTED, token))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code.number()));
    }
}
