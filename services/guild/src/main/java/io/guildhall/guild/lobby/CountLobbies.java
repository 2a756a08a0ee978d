package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.LobbyMemberships;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/**
 * A lobby that somebody came into asks their actor whether they may be in one more. Lobbies that let them in at the same moment each find room;
 * here they are counted one after the other. Who is in too many leaves those again that they came into last.
 */
@Singleton
public final class CountLobbies implements UserStep {
    private static final String STEP = "countLobbies";
    private static final String APPLICATION_ID = "application_id";

    /** Of the same moment, the one that was made first. */
    private static final Comparator<RowView> CAME_IN = Comparator.comparing(
                    (RowView row) -> row.get(LobbyMemberships.JOINED_AT))
            .thenComparing(row -> row.get(LobbyMemberships.LOBBY_ID));

    static void ask(LobbyState lobby, long userId, Changes changes) {
        changes.step(
                Keys.user(userId), STEP, Json.object().put(APPLICATION_ID, Snowflake.format(lobby.applicationId())));
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long application = Snowflake.parse(body.path(APPLICATION_ID).asText("0"));
        Read theirs = Read.from(LobbyMemberships.TABLE, application, user.id());
        List<RowView> rows = user.context().storage().read(LobbyMemberships.TABLE, theirs.build());
        rows.stream()
                .sorted(CAME_IN)
                .skip(LobbyEdits.MOST_LOBBIES)
                .map(row -> row.get(LobbyMemberships.LOBBY_ID))
                .forEach(lobby -> LeftLobbies.leave(user.id(), application, lobby, changes));
        return Reply.noContent();
    }
}
