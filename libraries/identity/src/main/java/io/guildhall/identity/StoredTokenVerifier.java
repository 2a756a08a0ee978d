package io.guildhall.identity;

import io.guildhall.model.cache.ExpiringCache;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Checks signatures by itself and revocation in the store, whose answers it remembers for a few seconds. */
@ApplicationScoped
public class StoredTokenVerifier implements TokenVerifier {
    private final Tokens tokens;
    private final StorageAccess storage;
    private final ExpiringCache<Proof, Boolean> remembered;

    /** Two tokens with the same proof live and die together. */
    private record Proof(long userId, boolean bot, long value) {}

    @Inject
    public StoredTokenVerifier(Tokens tokens, StorageAccess storage, TokenConfig config, Clock clock) {
        this.tokens = tokens;
        this.storage = storage;
        this.remembered = new ExpiringCache<>(config.rememberedTokens(), config.remembered(), clock);
    }

    @Override
    public Uni<Optional<Identity>> verify(String text) {
        Optional<Token> token = tokens.read(text);
        if (token.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Proof proof =
                new Proof(token.get().userId(), token.get().bot(), token.get().proof());
        return remembered
                .find(proof)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> ask(proof).invoke(valid -> remembered.put(proof, valid)))
                .map(valid -> valid ? Optional.of(identity(proof)) : Optional.empty());
    }

    /** Takes back what is remembered about a token, on this node at once. */
    public void forget(Identity identity, long proof) {
        remembered.forget(new Proof(identity.userId(), identity.bot(), proof));
    }

    private Uni<Boolean> ask(Proof proof) {
        if (proof.bot()) {
            return storage.row(Read.row(Credentials.TABLE, proof.userId()))
                    .map(row -> row.flatMap(view -> view.find(Credentials.TOKEN_GENERATION))
                            .filter(generation -> generation == proof.value())
                            .isPresent());
        }
        return storage.row(Read.row(LoginSessions.TABLE, proof.userId(), proof.value()))
                .map(Optional::isPresent);
    }

    private static Identity identity(Proof proof) {
        return proof.bot()
                ? new Identity(proof.userId(), true, proof.userId(), 0)
                : new Identity(proof.userId(), false, 0, proof.value());
    }
}
