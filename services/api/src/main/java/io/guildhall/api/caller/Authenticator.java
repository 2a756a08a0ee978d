package io.guildhall.api.caller;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.operation.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Says who calls, and whether such a caller may use an operation at all. */
@ApplicationScoped
public class Authenticator {
    private final TokenVerifier verifier;

    @Inject
    public Authenticator(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * @param authorization the header: {@code Bot TOKEN}, {@code Bearer TOKEN}, a person's bare token, or null
     * @return empty when there is no header
     * @throws ApiException 401 for a token that is no good, or good for another scheme
     */
    public Optional<Identity> authenticate(String authorization) {
        if (authorization == null || authorization.isBlank()) {
            return Optional.empty();
        }
        String[] parts = authorization.strip().split("\\s+", 2);
        String scheme = parts.length == 2 ? parts[0].toLowerCase(Locale.ROOT) : "";
        boolean bot = scheme.equals("bot");
        if (!scheme.isEmpty() && !bot && !scheme.equals("bearer")) {
            throw ApiException.unauthorized();
        }
        Identity identity =
                verifier.verify(parts[parts.length - 1]).await().indefinitely().orElseThrow(ApiException::unauthorized);
        if (identity.bot() != bot) {
            throw ApiException.unauthorized();
        }
        return Optional.of(identity);
    }

    /** @throws ApiException 401 without a token, 20001 or 20002 for the wrong kind of caller */
    public void check(Access access, Optional<Identity> identity) {
        switch (access) {
            // A token in the path is looked at by itself.
            case ANYONE, TOKEN -> {}
            case SIGNED_IN -> signedIn(identity);
            case BOT -> {
                if (!signedIn(identity).bot()) {
                    throw ApiException.of(ErrorCode.ONLY_BOTS_CAN_USE_THIS_ENDPOINT);
                }
            }
            case PERSON -> {
                if (signedIn(identity).bot()) {
                    throw ApiException.of(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT);
                }
            }
        }
    }

    private static Identity signedIn(Optional<Identity> identity) {
        return identity.orElseThrow(ApiException::unauthorized);
    }
}
