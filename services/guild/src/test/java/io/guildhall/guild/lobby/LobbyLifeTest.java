package io.guildhall.guild.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.Reminders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LobbyLifeTest {
    private final LobbyScene scene = new LobbyScene();
    private final Town town = scene.town;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anEmptyOneGoesWhenNobodyUsedItForItsTime() {
        long id = scene.lobby("{}");
        long due = town.clock().millis() + Duration.ofMinutes(5).toMillis();
        assertThat(row(id, Lobbies.DUE_AT)).isEqualTo(due);
        assertThat(town.rows().all(Reminders.TABLE, Reminders.slot(due), Reminders.shard(id)))
                .hasSize(1);
        town.clock().advance(Duration.ofMinutes(4));
        scene.byGame("getLobby", id, Map.of(), "");
        town.clock().advance(Duration.ofMinutes(1));
        scene.due(id);
        assertThat(scene.exists(id)).as("used a minute ago").isTrue();
        assertThat(row(id, Lobbies.DUE_AT))
                .isEqualTo(due + Duration.ofMinutes(4).toMillis());
        town.clock().advance(Duration.ofMinutes(4));
        town.stage().restart();
        scene.due(id);
        assertThat(scene.exists(id)).isFalse();
    }

    @Test
    void membersAreAskedBeforeItGoes() {
        long id = scene.lobby("{\"idle_timeout_seconds\":60,\"members\":[{\"id\":\"%d\"}]}".formatted(scene.alice));
        town.clock().advance(Duration.ofMinutes(1));
        scene.due(id);
        assertThat(scene.exists(id)).isTrue();
        here(id);
        town.clock().advance(Duration.ofSeconds(30));
        scene.due(id);
        assertThat(scene.exists(id)).as("somebody is there").isTrue();
        town.clock().advance(Duration.ofSeconds(30));
        scene.due(id);
        town.clock().advance(Duration.ofSeconds(30));
        scene.due(id);
        assertThat(scene.exists(id)).isFalse();
    }

    @Test
    void aTimeThatIsNotItsOwnAnyMoreIsNone() {
        long id = scene.lobby("{\"idle_timeout_seconds\":604800}");
        long before = row(id, Lobbies.DUE_AT);
        scene.byGame("updateLobby", id, Map.of(), "{\"idle_timeout_seconds\":5}");
        assertThat(row(id, Lobbies.DUE_AT))
                .isEqualTo(town.clock().millis() + 5_000)
                .isLessThan(before);
        town.clock().advance(Duration.ofDays(7));
        step(id, LobbyLife.STEP, "{\"due_at\":" + before + "}");
        assertThat(scene.exists(id)).isTrue();
        scene.due(id);
        assertThat(scene.exists(id)).isFalse();
        step(id, MemberIsHere.STEP, "{}");
        assertThat(scene.exists(id)).isFalse();
    }

    private void here(long id) {
        step(id, MemberIsHere.STEP, "{}");
    }

    private void step(long id, String step, String body) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.lobby(id))
                        .setInternal(Internal.newBuilder().setStep(step).setBody(ByteString.copyFromUtf8(body)))
                        .build());
    }

    private long row(long id, Column<Long> column) {
        return town.rows().row(Lobbies.TABLE, id).orElseThrow().get(column);
    }
}
