package io.guildhall.api.provisional;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.body.UntrustedJson;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.name.NameRule;
import io.guildhall.model.provisional.ExternalIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** ID tokens of OpenID providers, looked at as Discord's documentation of the Social SDK says: OpenID Connect Core, 3.1.3.7. */
@ApplicationScoped
public class OidcTokens {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration OLDEST = Duration.ofDays(7);

    /** How far a provider's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int LONGEST_SUBJECT = 1_024;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_RAW_NAME = 1_024;

    private final OidcDocuments documents;
    private final Clock clock;

    @Inject
    public OidcTokens(OidcDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws ApiException of the number that the documentation has for what is wrong with the token, or with the provider */
    Player verify(OidcProvider provider, String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
        JsonNode header = read(parts[0]);
        JsonNode claims = read(parts[1]);
        if (!provider.issuer().equals(claims.path("iss").textValue())) {
            throw ApiException.of(ErrorCode.ID_TOKEN_JWT_ISSUER_MISMATCH);
        }
        byte[] signed = (parts[0] + '.' + parts[1]).getBytes(US_ASCII);
        if (!key(provider, header).verifies(signed, decode(parts[2]))) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
        requireFor(provider, claims);
        String subject = claims.path("sub").textValue();
        if (subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
        return new Player(ExternalIdentity.ofProvider(provider.issuer(), subject), name(claims));
    }

    private JsonWebKey key(OidcProvider provider, JsonNode header) {
        JsonNode discovered = documents.at(provider.issuer() + DISCOVERY);
        String keys = discovered.path("jwks_uri").asText("");
        if (keys.isEmpty()
                || !provider.issuer().equals(discovered.path("issuer").textValue())) {
            throw ApiException.of(ErrorCode.OIDC_CONFIGURATION_NOT_FOUND);
        }
        String id = header.path("kid").asText("");
        if (id.isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_KID_HEADER);
        }
        JsonNode published = documents.at(keys).path("keys");
        if (!published.isArray()) {
            throw ApiException.of(ErrorCode.OIDC_JWKS_NOT_FOUND);
        }
        String algorithm = header.path("alg").asText("");
        return contains(discovered.path("id_token_signing_alg_values_supported"), algorithm)
                ? find(published, id)
                        .flatMap(key -> JsonWebKey.of(key, algorithm))
                        .orElseThrow(() -> ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN))
                : JsonWebKey.NONE;
    }

    private void requireFor(OidcProvider provider, JsonNode claims) {
        JsonNode audience = claims.path("aud");
        if (!provider.clientId().equals(audience.textValue()) && !contains(audience, provider.clientId())) {
            throw ApiException.of(ErrorCode.ID_TOKEN_JWT_AUDIENCE_MISMATCH);
        }
        if (!claims.path("exp").isNumber() || !claims.path("iat").isNumber()) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
        double now = clock.millis() / 1_000.0;
        if (claims.path("exp").asDouble() <= now) {
            throw ApiException.of(ErrorCode.ID_TOKEN_JWT_EXPIRED);
        }
        double issued = claims.path("iat").asDouble();
        if (issued < now - OLDEST.toSeconds()) {
            throw ApiException.of(ErrorCode.ID_TOKEN_JWT_ISSUED_TOO_LONG_AGO);
        }
        if (issued > now + AHEAD.toSeconds()) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
    }

    /** By the rule of all names; one that is none, or too long, is left out. */
    private static Optional<String> name(JsonNode claims) {
        return Optional.ofNullable(claims.path("preferred_username").textValue())
                .filter(name -> name.length() <= LONGEST_RAW_NAME)
                .map(NameRule::clean)
                .filter(name -> !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST_NAME);
    }

    private static Optional<JsonNode> find(JsonNode keys, String id) {
        return StreamSupport.stream(keys.spliterator(), false)
                .filter(key -> id.equals(key.path("kid").textValue()))
                .findFirst();
    }

    private static boolean contains(JsonNode list, String text) {
        return list.isArray()
                && StreamSupport.stream(list.spliterator(), false).anyMatch(one -> text.equals(one.textValue()));
    }

    private static JsonNode read(String part) {
        byte[] bytes = decode(part);
        try {
            JsonNode json = UntrustedJson.read(bytes);
            if (json.isObject()) {
                return json;
            }
        } catch (ApiException malformed) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
        throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw ApiException.of(ErrorCode.INVALID_OIDC_JWT_TOKEN);
        }
    }
}
