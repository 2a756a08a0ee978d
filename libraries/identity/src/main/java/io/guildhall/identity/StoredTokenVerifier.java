package io.guildhall.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenClaim;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Checks signatures by itself and revocation in the store, whose answers it remembers for a few seconds. */
@ApplicationScoped
public class StoredTokenVerifier implements TokenVerifier {
    private static final Logger LOG = Logger.getLogger(StoredTokenVerifier.class);
    private static final Duration NOTED_EVERY = Duration.ofDays(1);

    private final Tokens tokens;
    private final StorageAccess storage;
    private final Duration idle;
    private final Clock clock;
    private final Cache<Proof, Boolean> remembered;

    /** Two tokens with the same proof live and die together. */
    private record Proof(long userId, boolean bot, long value) {}

    @Inject
    public StoredTokenVerifier(Tokens tokens, StorageAccess storage, TokenConfig config, Clock clock) {
        this.tokens = tokens;
        this.storage = storage;
        this.idle = config.idle();
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.rememberedTokens())
                .expireAfterWrite(config.remembered())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Uni<Optional<Identity>> verify(String text) {
        return verify(text, proof -> Optional.ofNullable(remembered.getIfPresent(proof))
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> askAndRemember(proof)));
    }

    @Override
    public Optional<TokenClaim> read(String text) {
        return tokens.read(text).map(token -> new TokenClaim(token.userId(), token.bot(), token.proof()));
    }

    @Override
    public Uni<Optional<Identity>> verifyNow(String text) {
        return verify(text, this::askAndRemember);
    }

    private Uni<Optional<Identity>> verify(String text, Function<Proof, Uni<Boolean>> valid) {
        return tokens.read(text)
                .map(token -> new Proof(token.userId(), token.bot(), token.proof()))
                .map(proof ->
                        valid.apply(proof).map(is -> is ? Optional.of(identity(proof)) : Optional.<Identity>empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Boolean> askAndRemember(Proof proof) {
        return ask(proof).invoke(valid -> remembered.put(proof, valid));
    }

    /** Takes back what is remembered about a token, on this node at once. */
    public void forget(Identity identity, long proof) {
        remembered.invalidate(new Proof(identity.userId(), identity.bot(), proof));
    }

    private Uni<Boolean> ask(Proof proof) {
        if (proof.bot()) {
            return storage.row(Read.row(Credentials.TABLE, proof.userId()))
                    .map(row -> row.flatMap(view -> view.find(Credentials.TOKEN_GENERATION))
                            .filter(generation -> generation == proof.value())
                            .isPresent());
        }
        return storage.row(Read.row(LoginSessions.TABLE, proof.userId(), proof.value()))
                .map(row -> row.isPresent() && inUse(proof, row.get()));
    }

    /** Says once a day that a login is used; a login that ended meanwhile stays ended, since its row stays incomplete. */
    private boolean inUse(Proof proof, RowView row) {
        long now = clock.millis();
        long lastUsed = row.get(LoginSessions.LAST_USED_AT, 0L);
        if (now - lastUsed > idle.toMillis()) {
            return false;
        }
        if (now - lastUsed > NOTED_EVERY.toMillis()) {
            storage.write(List.of(Write.to(LoginSessions.TABLE, proof.userId(), proof.value())
                            .set(LoginSessions.LAST_USED_AT, now)
                            .build()))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("A login's use was not noted: %s", failure.toString()));
        }
        return true;
    }

    private static Identity identity(Proof proof) {
        return proof.bot()
                ? new Identity(proof.userId(), true, proof.userId(), 0)
                : new Identity(proof.userId(), false, 0, proof.value());
    }
}
