package io.guildhall.guild.provisional;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.lobby.LeftLobbies;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import java.util.Set;
import java.util.TreeSet;

/** Games that know a person's own account as a player's. */
public final class LinkedGames {
    private LinkedGames() {}

    /**
     * The account is gone: it leaves the lobbies of games that it had to do with, no game knows it any more, and the player begins anew when they come again. An account that was there for a game alone stays
     * known to it, so that somebody whose account was ended gets no other one there by coming again.
     */
    public static void endAll(UserState user, Changes changes) {
        StorageFacade storage = user.context().storage();
        Set<Long> games = new TreeSet<>();
        storage.all(OAuth2Grants.TABLE, user.id())
                .forEach(grant -> games.add(grant.get(OAuth2Grants.APPLICATION_ID, 0L)));
        for (RowView row : storage.all(AccountIdentities.TABLE, user.id())) {
            games.add(row.get(AccountIdentities.APPLICATION_ID));
            if (!row.get(AccountIdentities.PROVISIONAL, false)) {
                end(user, row, changes);
            }
        }
        games.forEach(game -> LeftLobbies.leaveAll(user, game, changes));
    }

    private static void end(UserState user, RowView row, Changes changes) {
        long application = row.get(AccountIdentities.APPLICATION_ID);
        String identity = row.get(AccountIdentities.IDENTITY);
        StorageFacade storage = user.context().storage();
        // Whoever took the identity elsewhere meanwhile keeps it.
        changes.claim(() -> storage.writeIfAbsent(Write.to(ExternalIdentities.TABLE, application, identity)
                .set(ExternalIdentities.USER_ID, ExternalIdentities.NOBODY)
                .ifCell(ExternalIdentities.USER_ID, user.id())
                .build()));
        new AccountMove(application, identity, ExternalIdentities.NOBODY).leave(user, changes);
    }
}
