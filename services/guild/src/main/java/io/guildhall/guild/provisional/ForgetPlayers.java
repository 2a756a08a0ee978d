package io.guildhall.guild.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * An application is gone, and nobody is known by who they are in its game any more; the accounts that were there for its game alone end. The owner of
 * the application asks themselves for it, some players at a time, since the application's own actor is gone. A turn of theirs waits for two
 * reads, however many players there are.
 */
@Singleton
public final class ForgetPlayers implements UserStep {
    private static final String STEP = "forgetPlayers";
    private static final String APPLICATION_ID = "application_id";
    private static final String SLICE = "slice";

    /** At a time. */
    private static final int PLAYERS = 100;

    public static void begin(long owner, long application, Changes changes) {
        ask(owner, application, 0, changes);
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState owner, JsonNode body, Changes changes) {
        long application = Snowflake.parse(body.path(APPLICATION_ID).asText());
        long slice = body.path(SLICE).asLong();
        StorageFacade storage = owner.context().storage();
        List<RowView> players = storage.read(
                ApplicationPlayers.TABLE,
                Read.from(ApplicationPlayers.TABLE, application, slice)
                        .limit(PLAYERS)
                        .build());
        List<Optional<String>> identities = SideBySide.map(players, player -> identity(storage, application, player));
        for (int index = 0; index < players.size(); index++) {
            forget(application, players.get(index), identities.get(index), changes);
        }
        long next = players.size() == PLAYERS ? slice : slice + 1;
        if (next < ApplicationPlayers.SLICES) {
            ask(owner.id(), application, next, changes);
        }
        return Reply.noContent();
    }

    private static Optional<String> identity(StorageFacade storage, long application, RowView player) {
        return storage.row(AccountIdentities.TABLE, player.get(ApplicationPlayers.USER_ID), application)
                .map(row -> row.get(AccountIdentities.IDENTITY));
    }

    private static void forget(long application, RowView player, Optional<String> known, Changes changes) {
        long user = player.get(ApplicationPlayers.USER_ID);
        known.ifPresent(identity -> changes.write(Write.delete(ExternalIdentities.TABLE, application, identity)));
        changes.write(Write.delete(AccountIdentities.TABLE, user, application));
        changes.write(Write.delete(ApplicationPlayers.TABLE, application, ApplicationPlayers.slice(user), user));
        if (!player.get(ApplicationPlayers.LINKED)) {
            changes.step(Keys.user(user), GameGone.STEP, Json.object());
        }
    }

    private static void ask(long owner, long application, long slice, Changes changes) {
        changes.step(
                Keys.user(owner),
                STEP,
                Json.object().put(APPLICATION_ID, Snowflake.format(application)).put(SLICE, slice));
    }
}
