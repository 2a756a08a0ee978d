package io.guildhall.guild.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdatePresence;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnSessionsTest {
    private final Town town = new Town();
    private final long ann = town.person("ann");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aPersonsSessionsHearOfEachOther() {
        JsonNode ready = Town.json(attach(1, "desk", "{\"status\":\"idle\"}"));
        assertThat(ready.path("sessions").findValuesAsText("session_id")).containsExactly("desk");

        assertThat(Town.json(attach(2, "phone", "")).path("sessions").findValuesAsText("session_id"))
                .containsExactly("desk", "phone");
        JsonNode told = told().getLast();
        assertThat(told.findValuesAsText("status")).containsExactly("idle", "online");
        assertThat(told.get(0).path("client_info").isObject()).isTrue();

        says(1, "{\"status\":\"dnd\",\"afk\":true,\"activities\":[{\"name\":\"Chess\",\"type\":0}]}");
        told = told().getLast();
        assertThat(told.findValuesAsText("status")).containsExactly("dnd", "online");
        assertThat(told.get(0).at("/activities/0/name").asText()).isEqualTo("Chess");
        assertThat(told.get(0).path("active").asBoolean()).isFalse();

        leave(2);
        assertThat(told().getLast().findValuesAsText("session_id")).containsExactly("desk");
    }

    @Test
    void whoOnlyWaitsToBeResumedIsNotAmongThem() {
        attach(1, "desk", "");
        attach(2, "phone", "");
        told();
        says(2, "{\"waiting\":true}");
        assertThat(told().getLast().findValuesAsText("session_id")).containsExactly("desk");
        says(2, "{\"status\":\"online\"}");
        assertThat(told().getLast().findValuesAsText("session_id")).containsExactly("desk", "phone");
    }

    @Test
    void whatChangesNothingTellsNothing() {
        attach(1, "desk", "");
        told();
        says(1, "{\"status\":\"online\"}");
        says(7, "{\"status\":\"dnd\"}");
        leave(7);
        assertThat(told()).isEmpty();
    }

    /** A thousand, each of which says four kilobytes, would be told four megabytes each, whenever one says anything. */
    @Test
    void ofMoreThanAPersonHasDevicesNobodyIsTold() {
        String loud = "{\"status\":\"dnd\",\"activities\":[{\"name\":\"" + "x".repeat(128) + "\",\"type\":0}]}";
        for (int number = 1; number <= 16; number++) {
            attach(number, "device-" + number, loud);
        }
        assertThat(told().getLast()).hasSize(16);

        assertThat(Town.json(attach(17, "device-17", loud)).path("sessions")).isEmpty();
        says(3, "{\"status\":\"idle\"}");
        says(17, "{\"status\":\"idle\"}");
        assertThat(told()).isEmpty();

        leave(17);
        assertThat(told().getLast()).hasSize(16);
    }

    private List<JsonNode> told() {
        return town.stage().takeSent().stream()
                .filter(sent -> sent.actor().equals(Keys.user(ann)))
                .filter(sent -> sent.event().getName().equals("SESSIONS_REPLACE"))
                .map(sent -> Json.parse(sent.event().getPayload()))
                .toList();
    }

    private Outcome attach(long number, String id, String presence) {
        return town.stage()
                .run(command()
                        .setAttach(AttachSessions.newBuilder()
                                .addSessions(Session.newBuilder()
                                        .setRef(ref(number))
                                        .setUserId(ann)
                                        .setSessionId(id))
                                .setPresence(ByteString.copyFromUtf8(presence)))
                        .build());
    }

    private void says(long number, String presence) {
        town.stage()
                .run(command()
                        .setPresence(UpdatePresence.newBuilder()
                                .setSession(ref(number))
                                .setUserId(ann)
                                .setPresence(ByteString.copyFromUtf8(presence)))
                        .build());
    }

    private void leave(long number) {
        town.stage()
                .run(command()
                        .setDetach(DetachSessions.newBuilder().addSessions(ref(number)))
                        .build());
    }

    private Command.Builder command() {
        return Command.newBuilder().setActor(Keys.user(ann));
    }

    private static SessionRef ref(long number) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(number).build();
    }
}
