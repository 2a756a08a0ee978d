package io.guildhall.identity.proof;

import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.TokenConfig;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountProofs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * Tokens by which people prove something: signed, good for a while, once, and only as long as the account is as it was when they were given out.
 * Of one purpose one token of an account is good at a time. Everything here blocks; call it on a virtual thread.
 */
@ApplicationScoped
public class Proofs {
    private static final long USED = 0;
    /** Others who ask for a token of the same account at the same moment may be first so often. */
    private static final int ATTEMPTS = 5;

    private final StorageAccess storage;
    private final ProofCodec codec;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Proofs(StorageAccess storage, TokenConfig config, Clock clock) {
        this.storage = storage;
        this.codec = new ProofCodec(config.secret());
        this.clock = clock;
    }

    /**
     * Gives out a token; the one before is no good any more.
     *
     * @param about what has to be so when somebody comes with it
     */
    public String issue(Purpose purpose, long userId, String about) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<RowView> before = row(purpose, userId);
            Optional<Long> nonce = before.filter(row -> stands(row, purpose, about))
                    .map(row -> row.get(AccountProofs.NONCE))
                    .or(() -> renew(purpose, userId, about, before));
            if (nonce.isPresent()) {
                return codec.write(new ProofCodec.Claim(purpose, userId, nonce.get()));
            }
        }
        throw ApiException.unavailable();
    }

    /** Empty for a token that is made up, over, used, replaced, or for something else. */
    public Optional<Proof> find(Purpose purpose, String token) {
        return codec.read(token).filter(claim -> claim.purpose() == purpose).flatMap(claim -> row(
                        purpose, claim.userId())
                .filter(row -> row.get(AccountProofs.NONCE, USED) == claim.nonce())
                .filter(row -> row.get(AccountProofs.EXPIRES_AT, 0L) > clock.millis())
                .map(row -> new Proof(purpose, claim.userId(), claim.nonce(), row.get(AccountProofs.ABOUT, ""))));
    }

    /** False when somebody else has used it meanwhile. */
    public boolean use(Proof proof) {
        return await(storage.writeIfAbsent(Write.to(AccountProofs.TABLE, proof.userId(), (long)
                        proof.purpose().ordinal())
                .set(AccountProofs.NONCE, USED)
                .ifCell(AccountProofs.NONCE, proof.nonce())
                .build()));
    }

    private boolean stands(RowView row, Purpose purpose, String about) {
        return purpose.repeated()
                && row.get(AccountProofs.NONCE, USED) != USED
                && row.get(AccountProofs.ABOUT, "").equals(about)
                && row.get(AccountProofs.EXPIRES_AT, 0L)
                        > clock.millis() + purpose.life().toMillis() / 2;
    }

    private Optional<Long> renew(Purpose purpose, long userId, String about, Optional<RowView> before) {
        long nonce = random.nextLong();
        Write write = Write.to(AccountProofs.TABLE, userId, (long) purpose.ordinal())
                .set(AccountProofs.NONCE, nonce)
                .set(AccountProofs.ABOUT, about)
                .set(AccountProofs.EXPIRES_AT, clock.millis() + purpose.life().toMillis());
        Write conditional = before.isPresent()
                ? write.ifCell(AccountProofs.NONCE, before.get().get(AccountProofs.NONCE))
                : write.ifAbsent();
        return nonce != USED && await(storage.writeIfAbsent(conditional.build()))
                ? Optional.of(nonce)
                : Optional.empty();
    }

    private Optional<RowView> row(Purpose purpose, long userId) {
        return await(storage.row(Read.row(AccountProofs.TABLE, userId, (long) purpose.ordinal())));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
