package io.guildhall.identity;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.PersonErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.ApplicationsByOwner;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Applications and the bots in them. Everything here blocks; call it on a virtual thread. */
@ApplicationScoped
public class BotAccounts {
    private final StorageAccess storage;
    private final Tokens tokens;
    private final StoredTokenVerifier verifier;
    private final Clock clock;

    @Inject
    public BotAccounts(StorageAccess storage, Tokens tokens, StoredTokenVerifier verifier, Clock clock) {
        this.storage = storage;
        this.tokens = tokens;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Makes an application together with its bot's account, which has no token yet. */
    public void create(long applicationId, long ownerId, String name, String description) {
        storage.write(List.of(
                        Write.to(Applications.TABLE, applicationId)
                                .set(Applications.NAME, name)
                                .set(Applications.DESCRIPTION, description)
                                .set(Applications.OWNER_ID, ownerId)
                                .set(Applications.BOT_PUBLIC, true)
                                .set(Applications.BOT_REQUIRE_CODE_GRANT, false)
                                .set(Applications.FLAGS, 0L)
                                .build(),
                        Write.to(ApplicationsByOwner.TABLE, ownerId, applicationId)
                                .set(ApplicationsByOwner.CREATED_AT, clock.millis())
                                .build(),
                        Write.to(Users.TABLE, applicationId)
                                .set(Users.USERNAME, name)
                                .set(Users.DISCRIMINATOR, discriminator(applicationId))
                                .set(Users.BOT, true)
                                .set(Users.FLAGS, 0L)
                                .set(Users.PUBLIC_FLAGS, 0L)
                                .set(Users.LOCALE, "en-US")
                                .set(Users.VERIFIED, true)
                                .set(Users.MFA_ENABLED, false)
                                .build()))
                .await()
                .indefinitely();
    }

    /** Takes back what {@link #create} made, before anybody has heard of it. */
    public void discard(long applicationId, long ownerId) {
        storage.write(List.of(
                        Write.delete(Applications.TABLE, applicationId),
                        Write.delete(ApplicationsByOwner.TABLE, ownerId, applicationId),
                        Write.delete(Users.TABLE, applicationId)))
                .await()
                .indefinitely();
    }

    /**
     * A new token for the bot; every older one is revoked. Of several that are made at the same time the one that is stored
     * last is good: no two have the same generation.
     *
     * @param generation a number that was never used before
     * @throws ApiException 20013 when the bot's account is disabled
     */
    public String newToken(long applicationId, long generation) {
        Optional<Long> before = storage.row(Read.row(Credentials.TABLE, applicationId))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Credentials.TOKEN_GENERATION));
        storage.write(List.of(Write.to(Credentials.TABLE, applicationId)
                        .set(Credentials.TOKEN_GENERATION, generation)
                        .build()))
                .await()
                .indefinitely();
        before.ifPresent(old -> verifier.forget(new Identity(applicationId, true, applicationId, 0), old));
        if (isDisabled(applicationId)) {
            revoke(applicationId);
            throw ApiException.of(PersonErrorCode.ACCOUNT_IS_DISABLED);
        }
        return tokens.ofBot(applicationId, generation);
    }

    /** The bot has no token any more until somebody asks for one. */
    public void revoke(long applicationId) {
        Optional<Long> before = storage.row(Read.row(Credentials.TABLE, applicationId))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Credentials.TOKEN_GENERATION));
        storage.write(List.of(Write.to(Credentials.TABLE, applicationId)
                        .set(Credentials.TOKEN_GENERATION, null)
                        .build()))
                .await()
                .indefinitely();
        before.ifPresent(old -> verifier.forget(new Identity(applicationId, true, applicationId, 0), old));
    }

    private boolean isDisabled(long applicationId) {
        return storage.row(Read.row(Users.TABLE, applicationId))
                .await()
                .indefinitely()
                .filter(row -> row.get(Users.DISABLED, false))
                .isPresent();
    }

    /** Bots' names are not unique, so they keep a discriminator of four digits. */
    private static String discriminator(long applicationId) {
        long digits = 1 + Math.floorMod(applicationId ^ (applicationId >>> 22), 9999L);
        return "%04d".formatted(digits);
    }
}
