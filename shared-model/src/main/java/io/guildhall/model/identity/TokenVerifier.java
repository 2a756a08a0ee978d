package io.guildhall.model.identity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Checks tokens: the signature at once, revocation against the store (remembered for a few seconds). */
public interface TokenVerifier {
    /**
     * @param token without its scheme ({@code Bot } and {@code Bearer } are taken off by the caller)
     * @return empty for a token that is malformed, forged or revoked; fails when the store can't be asked
     */
    Uni<Optional<Identity>> verify(String token);

    /**
     * What the token says of itself, if nobody forged it: asks nobody, and so knows nothing of revocations.
     *
     * @return empty for a token that is malformed or forged, and where none can be told without asking
     */
    default Optional<TokenClaim> read(String token) {
        return Optional.empty();
    }

    /**
     * As {@link #verify}, by what the store says from now on: for what outlives its request. One that remembers nothing has no
     * second way.
     */
    default Uni<Optional<Identity>> verifyNow(String token) {
        return verify(token);
    }
}
