package io.guildhall.gateway.fakes;

import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenVerifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;

/**
 * {@code bot-ID} is a bot, {@code revoked-ID} one whose token was good a moment ago, {@code person-ID} a person, {@code broken}
 * fails, and everything else is forged.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class FakeTokens implements TokenVerifier {
    @Override
    public Uni<Optional<Identity>> verify(String token) {
        if (token.equals("broken")) {
            return Uni.createFrom().failure(new IllegalStateException("the store is away"));
        }
        if (token.startsWith("bot-") || token.startsWith("revoked-")) {
            long id = Long.parseLong(token.substring(token.indexOf('-') + 1));
            return Uni.createFrom().item(Optional.of(new Identity(id, true, id, 0)));
        }
        if (token.startsWith("person-")) {
            return Uni.createFrom().item(Optional.of(new Identity(Long.parseLong(token.substring(7)), false, 0, 1)));
        }
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Identity>> verifyNow(String token) {
        return token.startsWith("revoked-") ? Uni.createFrom().item(Optional.empty()) : verify(token);
    }
}
