package io.guildhall.guild.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.SessionRef;
import org.junit.jupiter.api.Test;

/** What a session says that has no connection and waits to be resumed. */
class WaitingSessionsTest {
    private static final long USER = 7;

    private Presences presences = Presences.none();

    @Test
    void aConnectedSessionCountsBeforeOneThatWaits() {
        say(1, "{\"status\":\"online\"}");
        say(2, "{\"status\":\"idle\"}");
        assertThat(status()).isEqualTo("online");

        say(1, "{\"waiting\":true,\"status\":\"online\"}");
        assertThat(status()).isEqualTo("idle");

        say(1, "{\"status\":\"online\"}");
        assertThat(status()).isEqualTo("online");
    }

    @Test
    void anInvisibleSessionThatIsConnectedCountsToo() {
        say(1, "{\"waiting\":true}");
        say(2, "{\"status\":\"invisible\"}");
        assertThat(status()).isEqualTo("offline");
        assertThat(presences.onlineCount()).isZero();
    }

    @Test
    void whereOnlyWaitingSessionsAreLeftTheirsCountsUntilTheyEnd() {
        say(1, "{\"waiting\":true,\"status\":\"dnd\"}");
        say(2, "{\"status\":\"idle\"}");
        end(2);
        assertThat(status()).isEqualTo("dnd");
        assertThat(presences.onlineCount()).isOne();

        end(1);
        assertThat(status()).isEqualTo("offline");
    }

    @Test
    void activitiesOfWaitingSessionsAreNotShownBesideThoseOfConnectedOnes() {
        say(1, "{\"waiting\":true,\"status\":\"dnd\",\"activities\":[{\"name\":\"chess\"}]}");
        assertThat(presences.of(USER).activities()).hasSize(1);
        say(2, "{\"status\":\"idle\",\"activities\":[]}");
        assertThat(presences.of(USER).activities()).isEmpty();
    }

    private void say(long session, String presence) {
        presences = presences.with(
                USER, session(session), SessionPresence.parse(ByteString.copyFromUtf8(presence)), "name");
    }

    private void end(long session) {
        presences = presences.without(USER, session(session), "name");
    }

    private String status() {
        return presences.of(USER).status();
    }

    private static SessionRef session(long number) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(number).build();
    }
}
