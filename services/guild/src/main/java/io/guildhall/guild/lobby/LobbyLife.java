package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.reminder.Reminder;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Lobbies;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * How long a lobby is there: until nobody has used it for its time and none of its members is connected. At the end of the time the members'
 * actors are asked, and it goes when none has answered a while later. When it was used stands in its row to within a tenth of the time.
 */
@Singleton
public final class LobbyLife implements LobbyStep {
    public static final String STEP = "lobbyIdle";
    private static final String DUE_AT = "due_at";

    /** Discord's, where nothing else is said. */
    static final long USUAL_SECONDS = 300;

    /** How long members' actors have to say that somebody is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is due sooner is also asked for by a timer, which may get lost. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** So much later than due, in ms, a timer asks: one that asked too early would ask for nothing. */
    private static final long SLACK = 50;

    private final Clock clock;
    private final LobbyEdits edits;

    public LobbyLife(Clock clock, LobbyEdits edits) {
        this.clock = clock;
        this.edits = edits;
    }

    @Override
    public String step() {
        return STEP;
    }

    /** Somebody uses it. */
    void used(LobbyState lobby, Changes changes) {
        if (!lobby.exists()) {
            return;
        }
        lobby.ask(false);
        long now = clock.millis();
        RowView row = lobby.row();
        if (now - row.get(Lobbies.USED_AT, 0L) >= idle(row) / 10) {
            row = Rows.with(row, Lobbies.USED_AT, now);
        }
        long due = row.get(Lobbies.DUE_AT, 0L);
        if (due == 0 || due > now + idle(row)) {
            row = timed(lobby, row, now + idle(row), changes);
        }
        edits.save(lobby, row, changes);
    }

    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        RowView row = lobby.row();
        long now = clock.millis();
        long due = body.path(DUE_AT).asLong();
        if (due != row.get(Lobbies.DUE_AT, 0L) || due > now) {
            return;
        }
        long end = row.get(Lobbies.USED_AT, 0L) + idle(row);
        if (end > now) {
            edits.save(lobby, timed(lobby, row, end, changes), changes);
        } else if (lobby.asked() || lobby.members().isEmpty()) {
            edits.delete(lobby, changes);
        } else {
            lobby.ask(true);
            ObjectNode asking = Json.object().put(LobbyAwaits.LOBBY_ID, Snowflake.format(lobby.id()));
            lobby.members().keySet().forEach(user -> changes.step(Keys.user(user), LobbyAwaits.STEP, asking));
            edits.save(lobby, timed(lobby, row, now + PATIENCE.toMillis(), changes), changes);
        }
    }

    private static RowView timed(LobbyState lobby, RowView row, long due, Changes changes) {
        JsonNode body = Json.object().put(DUE_AT, due);
        long pause = due - Math.max(row.get(Lobbies.DUE_AT, 0L), row.get(Lobbies.USED_AT, 0L));
        boolean soon = pause < SOON.toMillis();
        long reminded = soon ? due + SOON.toMillis() : due;
        new Reminder(reminded, lobby.id(), Keys.lobby(lobby.id()), STEP, body).writeTo(changes);
        if (soon) {
            changes.stepLater(Keys.lobby(lobby.id()), STEP, body, Duration.ofMillis(Math.max(0, pause) + SLACK));
        }
        return Rows.with(row, Lobbies.DUE_AT, due);
    }

    private static long idle(RowView row) {
        return Duration.ofSeconds(row.get(Lobbies.IDLE_SECONDS, USUAL_SECONDS)).toMillis();
    }
}
