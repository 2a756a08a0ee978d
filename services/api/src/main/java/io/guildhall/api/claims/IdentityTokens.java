package io.guildhall.api.claims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.identity.oauth2.InstanceKey;
import io.guildhall.identity.oauth2.TokenPair;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tokens that tell one application who a person is, signed by the instance: OpenID Connect Core, section 2. */
@ApplicationScoped
public class IdentityTokens {
    private static final Duration VALID = Duration.ofHours(1);

    private final Claims claims;
    private final InstanceKey key;
    private final PublicUrls urls;
    private final Clock clock;

    @Inject
    public IdentityTokens(Claims claims, InstanceKey key, PublicUrls urls, Clock clock) {
        this.claims = claims;
        this.key = key;
        this.urls = urls;
        this.clock = clock;
    }

    /** Empty where the scope openid was not granted. */
    public Optional<String> of(TokenPair tokens, long applicationId) {
        return tokens.scopes().contains(OAuth2Scope.OPENID)
                ? Optional.of(vouch(tokens, applicationId))
                : Optional.empty();
    }

    /** Whatever was granted. */
    public String vouch(TokenPair tokens, long applicationId) {
        ObjectNode said = claims.of(new Identity(tokens.userId(), false, 0, 0), tokens.scopes());
        long now = clock.instant().getEpochSecond();
        said.put("iss", urls.issuer())
                .put("aud", Snowflake.format(applicationId))
                .put("iat", now)
                .put("exp", now + VALID.toSeconds());
        tokens.nonce().ifPresent(nonce -> said.put("nonce", nonce));
        return key.sign(said);
    }
}
