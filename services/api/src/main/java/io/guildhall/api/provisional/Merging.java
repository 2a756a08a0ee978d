package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.identity.ProvisionalAccounts.Found;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Lets a player's provisional account become a person's own, and be one of its own again. The accounts' owners move what belongs to them, in their
 * own time; from the moment on that they take it on, whom the identity leads to has changed.
 */
@ApplicationScoped
public class Merging {
    private static final String MERGE = "mergeAccount";
    private static final String SPLIT = "splitAccount";

    private final ProvisionalAccounts accounts;
    private final Grants grants;
    private final OwnerCalls owners;
    private final StorageAccess storage;
    private final ApiIds ids;

    @Inject
    public Merging(ProvisionalAccounts accounts, Grants grants, OwnerCalls owners, StorageAccess storage, ApiIds ids) {
        this.accounts = accounts;
        this.grants = grants;
        this.owners = owners;
        this.storage = storage;
        this.ids = ids;
    }

    /** The provisional account of a player, also one of which merging began and did not end, or a refusal with 530014. */
    public long source(long applicationId, Player player) {
        return accounts.find(applicationId, player.identity())
                .filter(Found::provisional)
                .map(Found::userId)
                .filter(accounts::exists)
                .or(() -> accounts.unfinished(applicationId, player.identity()))
                .orElseThrow(() -> ApiException.of(ErrorCode.INVALID_MERGE_SOURCE));
    }

    /**
     * What tokens there are for the player's account are no good from the moment on that it is the person's, however this ends.
     *
     * @throws ApiException 530016 when the person's account is provisional itself, or gone, 530023 when it is linked to another player already
     */
    public void merge(long applicationId, Player player, long source, long person) {
        boolean ownAccount = user(person)
                .filter(row -> !row.get(Users.DELETED, false))
                .filter(row -> (row.get(Users.FLAGS, 0L) & UserFlag.PROVISIONAL_ACCOUNT) == 0)
                .isPresent();
        if (!ownAccount) {
            throw ApiException.of(ErrorCode.INVALID_MERGE_DESTINATION);
        }
        if (accounts.identity(person, applicationId)
                .filter(known -> !known.equals(player.identity()))
                .isPresent()) {
            throw ApiException.of(ErrorCode.TOO_MANY_APPLICATION_IDENTITIES);
        }
        move(applicationId, player.identity(), source, person);
    }

    private void move(long applicationId, String identity, long source, long person) {
        Outcome outcome = ask(source, MERGE, applicationId, identity, person);
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
        grants.endAll(source, applicationId);
    }

    /**
     * The player has a provisional account again, a new one; the person's tokens of this application are no good any more.
     *
     * @throws ApiException 10013 when nobody is known by this identity, 50229 when the account is provisional already
     */
    public void unmerge(long applicationId, String identity) {
        Found found = accounts.find(applicationId, identity).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        if (found.provisional()) {
            throw ApiException.of(ErrorCode.INVALID_USER_TYPE);
        }
        split(applicationId, identity, found.userId());
        grants.endAll(found.userId(), applicationId);
    }

    /** The person has nothing to do with the application any more: what was linked is not, if anything was. */
    public void leave(long applicationId, long person) {
        if (accounts.isProvisional(person, applicationId)) {
            return;
        }
        accounts.identity(person, applicationId).ifPresent(identity -> {
            boolean linked = accounts.find(applicationId, identity)
                    .filter(found -> found.userId() == person)
                    .isPresent();
            if (linked) {
                split(applicationId, identity, person);
            } else {
                // Somebody began to link the two, and never ended.
                accounts.forget(person, applicationId);
            }
        });
    }

    /** What began to become the person's becomes it first: else an account would be left that nobody knows of any more. */
    private void split(long applicationId, String identity, long person) {
        accounts.unfinished(applicationId, identity).ifPresent(source -> move(applicationId, identity, source, person));
        Optional<String> name = user(person).flatMap(row -> row.find(Users.GLOBAL_NAME));
        long fresh = accounts.make(applicationId, identity, name, ids::next);
        Outcome outcome = ask(person, SPLIT, applicationId, identity, fresh);
        if (outcome.hasFailure()) {
            accounts.discard(fresh, applicationId, identity);
            throw ApiException.from(outcome.getFailure());
        }
    }

    private Outcome ask(long actor, String step, long applicationId, String identity, long to) {
        ObjectNode body = Json.object()
                .put("application_id", Snowflake.format(applicationId))
                .put("identity", identity)
                .put("to", Snowflake.format(to));
        return owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(actor))
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build());
    }

    private Optional<RowView> user(long userId) {
        return storage.row(Read.row(Users.TABLE, userId)).await().indefinitely();
    }
}
