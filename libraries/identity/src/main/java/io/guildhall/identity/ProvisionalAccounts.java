package io.guildhall.identity;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Accounts of people who play a game and have none of their own here. Nobody logs in to one: it has neither a password nor an e-mail address, and
 * its application alone gets tokens for it. Everything here blocks; call it on a virtual thread.
 */
@ApplicationScoped
public class ProvisionalAccounts {
    private static final int TRIES = 3;

    private final StorageAccess storage;

    /**
     * The account that an identity belongs to.
     *
     * @param provisional false for a person's own account, which the player has linked
     */
    public record Found(long userId, boolean provisional) {}

    @Inject
    public ProvisionalAccounts(StorageAccess storage) {
        this.storage = storage;
    }

    public Optional<Found> find(long applicationId, String identity) {
        return await(storage.row(Read.row(ExternalIdentities.TABLE, applicationId, identity)))
                .map(row -> row.get(ExternalIdentities.USER_ID))
                .filter(user -> user != ExternalIdentities.NOBODY)
                .map(user -> new Found(user, isProvisional(user, applicationId)));
    }

    /** Whom the application knows the account as. */
    public Optional<String> identity(long userId, long applicationId) {
        return await(storage.row(Read.row(AccountIdentities.TABLE, userId, applicationId)))
                .map(row -> row.get(AccountIdentities.IDENTITY));
    }

    /** Whether the account is there for a player of this application's alone. */
    public boolean isProvisional(long userId, long applicationId) {
        return await(storage.row(Read.row(AccountIdentities.TABLE, userId, applicationId)))
                .filter(row -> row.get(AccountIdentities.PROVISIONAL, false))
                .isPresent();
    }

    /**
     * The provisional account of a player for whom it began to become a person's own and never ended: the identity leads to the person already, and
     * the account is there still.
     */
    public Optional<Long> unfinished(long applicationId, String identity) {
        return find(applicationId, identity)
                .filter(found -> !found.provisional())
                .flatMap(found -> await(storage.row(Read.row(AccountIdentities.TABLE, found.userId(), applicationId))))
                .flatMap(row -> row.find(AccountIdentities.MERGING_FROM))
                .filter(from -> isProvisional(from, applicationId) && exists(from));
    }

    /** The account of this identity, made when there is none. Of several who ask at once all get the same one. */
    public Found findOrMake(long applicationId, String identity, Optional<String> globalName, LongSupplier ids) {
        Optional<Found> known = find(applicationId, identity);
        if (known.isPresent()) {
            enlist(applicationId, known.get());
            return known.get();
        }
        long user = make(applicationId, identity, globalName, ids);
        if (claim(applicationId, identity, user)) {
            return new Found(user, true);
        }
        discard(user, applicationId, identity);
        return find(applicationId, identity).orElseThrow(ApiException::unavailable);
    }

    /** Who came before there was the list of an application's players is in it from the next time on. */
    private void enlist(long applicationId, Found player) {
        long user = player.userId();
        long slice = ApplicationPlayers.slice(user);
        if (await(storage.row(Read.row(ApplicationPlayers.TABLE, applicationId, slice, user)))
                .isEmpty()) {
            await(storage.write(List.of(Write.to(ApplicationPlayers.TABLE, applicationId, slice, user)
                    .set(ApplicationPlayers.LINKED, !player.provisional())
                    .build())));
        }
    }

    /**
     * An account to which no identity leads yet.
     *
     * @throws ApiException 530006 when no name is free for it
     */
    public long make(long applicationId, String identity, Optional<String> globalName, LongSupplier ids) {
        for (int tries = 0; tries < TRIES; tries++) {
            long user = ids.getAsLong();
            Mutation name = Write.to(Usernames.TABLE, username(user))
                    .set(Usernames.USER_ID, user)
                    .ifAbsent()
                    .build();
            if (await(storage.writeIfAbsent(name))) {
                await(storage.write(rows(user, applicationId, identity, globalName)));
                return user;
            }
        }
        throw ApiException.of(ErrorCode.FAILED_TO_GENERATE_UNIQUE_USERNAME);
    }

    /**
     * Takes back what {@link #make} made for an identity, unless it leads there: whoever was told that something failed does not always know
     * that nothing was done.
     */
    public void discard(long userId, long applicationId, String identity) {
        boolean reached = find(applicationId, identity)
                .filter(found -> found.userId() == userId)
                .isPresent();
        if (reached || !isProvisional(userId, applicationId)) {
            return;
        }
        await(storage.write(List.of(
                Write.delete(Users.TABLE, userId),
                Write.delete(Usernames.TABLE, username(userId)),
                Write.delete(ApplicationPlayers.TABLE, applicationId, ApplicationPlayers.slice(userId), userId),
                Write.delete(AccountIdentities.TABLE, userId, applicationId))));
    }

    /**
     * Lets an identity that has no account yet lead to a provisional account that the application knows by another; that other one leads to
     * nobody from then on. Each step is taken on a condition, so that who merges the account meanwhile keeps it; a call that comes again goes
     * on where the one before it ended.
     *
     * @return false when the identity has another account, or the account is not the application's any more
     */
    public boolean rekey(long applicationId, String identity, long userId) {
        Optional<String> before = identity(userId, applicationId);
        boolean theirs = find(applicationId, identity)
                .map(found -> found.userId() == userId)
                .orElseGet(() -> claim(applicationId, identity, userId));
        if (!theirs || before.isEmpty()) {
            return false;
        }
        String old = before.get();
        if (old.equals(identity)) {
            return true;
        }
        if (!move(applicationId, old, userId, ExternalIdentities.NOBODY)
                && find(applicationId, old).isPresent()) {
            move(applicationId, identity, userId, ExternalIdentities.NOBODY);
            return false;
        }
        await(storage.writeIfAbsent(Write.to(AccountIdentities.TABLE, userId, applicationId)
                .set(AccountIdentities.IDENTITY, identity)
                .ifCell(AccountIdentities.IDENTITY, old)
                .build()));
        return true;
    }

    /** Whether the account is there, and was not merged into another. */
    public boolean exists(long userId) {
        return await(storage.row(Read.row(Users.TABLE, userId)))
                .filter(row -> !row.get(Users.DELETED, false))
                .isPresent();
    }

    private boolean claim(long applicationId, String identity, long userId) {
        return await(storage.writeIfAbsent(Write.to(ExternalIdentities.TABLE, applicationId, identity)
                        .set(ExternalIdentities.USER_ID, userId)
                        .ifAbsent()
                        .build()))
                || move(applicationId, identity, ExternalIdentities.NOBODY, userId);
    }

    private boolean move(long applicationId, String identity, long from, long to) {
        return await(storage.writeIfAbsent(Write.to(ExternalIdentities.TABLE, applicationId, identity)
                .set(ExternalIdentities.USER_ID, to)
                .ifCell(ExternalIdentities.USER_ID, from)
                .build()));
    }

    /** The person has no account of the application's any more, if it is only this row that says so. */
    public void forget(long userId, long applicationId) {
        await(storage.write(List.of(Write.delete(AccountIdentities.TABLE, userId, applicationId))));
    }

    private static List<Mutation> rows(long user, long applicationId, String identity, Optional<String> globalName) {
        return List.of(
                Write.to(Users.TABLE, user)
                        .set(Users.USERNAME, username(user))
                        .set(Users.GLOBAL_NAME, globalName.orElse(null))
                        .set(Users.DISCRIMINATOR, "0")
                        .set(Users.BOT, false)
                        .set(Users.FLAGS, UserFlag.PROVISIONAL_ACCOUNT)
                        .set(Users.PUBLIC_FLAGS, UserFlag.PROVISIONAL_ACCOUNT)
                        .set(Users.LOCALE, "en-US")
                        .set(Users.VERIFIED, false)
                        .set(Users.MFA_ENABLED, false)
                        .build(),
                Write.to(AccountIdentities.TABLE, user, applicationId)
                        .set(AccountIdentities.IDENTITY, identity)
                        .set(AccountIdentities.PROVISIONAL, true)
                        .build(),
                Write.to(ApplicationPlayers.TABLE, applicationId, ApplicationPlayers.slice(user), user)
                        .set(ApplicationPlayers.LINKED, false)
                        .build());
    }

    /** Nobody else's is drawn so. */
    private static String username(long user) {
        return "player_" + Long.toUnsignedString(user, Character.MAX_RADIX);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
