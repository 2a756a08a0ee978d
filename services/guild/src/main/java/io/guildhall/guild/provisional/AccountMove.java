package io.guildhall.guild.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.lobby.MemberMoved;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.LobbyMemberships;
import java.util.List;

/**
 * A player of an application's game goes from one account to another.
 *
 * @param identity whom the application knows the player as
 * @param to the account from now on
 */
record AccountMove(long application, String identity, long to) {
    static AccountMove of(JsonNode body) {
        return new AccountMove(
                Snowflake.parse(body.path("application_id").asText()),
                body.path("identity").asText(),
                Snowflake.parse(body.path("to").asText()));
    }

    /** Collects that the identity leads to the other account from now on, or else the command is refused: of two moves at once one happens. */
    void claim(UserState user, Changes changes) {
        StorageFacade storage = user.context().storage();
        changes.claim(() -> claimIdentity(storage, user.id()));
    }

    /**
     * As {@link #claim}, and that the other account is this identity's in the application and no other's: of two identities that would
     * become one person's at once one does. Whoever dies between this and what follows leaves word whose move it was, so that it can be ended.
     */
    void claimWithPlace(UserState user, Changes changes) {
        StorageFacade storage = user.context().storage();
        changes.claim(() -> {
            boolean fresh = storage.writeIfAbsent(Write.to(AccountIdentities.TABLE, to, application)
                    .set(AccountIdentities.IDENTITY, identity)
                    .set(AccountIdentities.PROVISIONAL, false)
                    .set(AccountIdentities.MERGING_FROM, user.id())
                    .ifAbsent()
                    .build());
            if (!fresh && !isPlaceOf(storage)) {
                throw ApiException.of(ErrorCode.TOO_MANY_APPLICATION_IDENTITIES);
            }
            try {
                claimIdentity(storage, user.id());
            } catch (ApiException refused) {
                if (fresh) {
                    storage.writeNow(List.of(Write.delete(AccountIdentities.TABLE, to, application)));
                }
                throw refused;
            }
        });
    }

    /** @throws ApiException 10013 unless this is what happened before: the identity leads to the other account */
    void requireDone(UserState user) {
        if (!leadsTo(user.context().storage(), to)) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
    }

    /** The account is no player's of the application any more. */
    void leave(UserState user, Changes changes) {
        changes.write(Write.delete(AccountIdentities.TABLE, user.id(), application));
        changes.write(
                Write.delete(ApplicationPlayers.TABLE, application, ApplicationPlayers.slice(user.id()), user.id()));
    }

    private void claimIdentity(StorageFacade storage, long from) {
        boolean moved = storage.writeIfAbsent(Write.to(ExternalIdentities.TABLE, application, identity)
                .set(ExternalIdentities.USER_ID, to)
                .ifCell(ExternalIdentities.USER_ID, from)
                .build());
        // This move's own, when what followed could not be written before.
        if (!moved && !leadsTo(storage, to)) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
    }

    /** This move's own, when it came as far before. */
    private boolean isPlaceOf(StorageFacade storage) {
        return storage.row(AccountIdentities.TABLE, to, application)
                .filter(row -> row.get(AccountIdentities.IDENTITY).equals(identity))
                .isPresent();
    }

    private boolean leadsTo(StorageFacade storage, long account) {
        return storage.row(ExternalIdentities.TABLE, application, identity)
                .filter(row -> row.get(ExternalIdentities.USER_ID) == account)
                .isPresent();
    }

    /** All lobbies of the application that the account is in. */
    void moveLobbies(UserState user, Changes changes) {
        Read theirs = Read.from(LobbyMemberships.TABLE, application, user.id());
        user.context().storage().read(LobbyMemberships.TABLE, theirs.build()).stream()
                .map(row -> row.get(LobbyMemberships.LOBBY_ID))
                .forEach(lobby -> MemberMoved.ask(lobby, user.id(), to, changes));
    }
}
