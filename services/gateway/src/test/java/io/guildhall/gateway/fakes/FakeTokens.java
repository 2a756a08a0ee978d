package io.guildhall.gateway.fakes;

import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenClaim;
import io.guildhall.model.identity.TokenVerifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;

/**
 * {@code bot-ID} is a bot, {@code revoked-ID} one whose token was good a moment ago, {@code person-ID} a person, {@code again-ID} the same by another login, {@code broken}
 * fails, as every token does while the store is away, and everything else is forged.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class FakeTokens implements TokenVerifier {
    private volatile Store store = Store.ANSWERS;

    /** How the store is. */
    public enum Store {
        ANSWERS,
        FAILS,
        IS_SILENT
    }

    public void store(Store is) {
        store = is;
    }

    /** The proof is the user's own id; that of {@code bot-old-ID} is another. */
    @Override
    public Optional<TokenClaim> read(String token) {
        if (!token.matches("(bot|bot-old|revoked|person)-[0-9]+")) {
            return Optional.empty();
        }
        long id = Long.parseLong(token.substring(token.lastIndexOf('-') + 1));
        return Optional.of(new TokenClaim(id, !token.startsWith("person"), token.startsWith("bot-old") ? 1 : id));
    }

    @Override
    public Uni<Optional<Identity>> verify(String token) {
        if (store == Store.IS_SILENT) {
            return Uni.createFrom().nothing();
        }
        if (store == Store.FAILS || token.equals("broken")) {
            return Uni.createFrom().failure(new IllegalStateException("the store is away"));
        }
        if (token.matches("bot-[0-9]+") || token.startsWith("revoked-")) {
            long id = Long.parseLong(token.substring(token.indexOf('-') + 1));
            return Uni.createFrom().item(Optional.of(new Identity(id, true, id, 0)));
        }
        if (token.startsWith("person-")) {
            return Uni.createFrom().item(Optional.of(new Identity(Long.parseLong(token.substring(7)), false, 0, 1)));
        }
        if (token.startsWith("again-")) {
            return Uni.createFrom().item(Optional.of(new Identity(Long.parseLong(token.substring(6)), false, 0, 2)));
        }
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Identity>> verifyNow(String token) {
        return token.startsWith("revoked-") ? Uni.createFrom().item(Optional.empty()) : verify(token);
    }
}
