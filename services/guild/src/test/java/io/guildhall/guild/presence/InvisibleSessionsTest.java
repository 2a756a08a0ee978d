package io.guildhall.guild.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.SessionRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleSessionsTest {
    private static final long USER = 7;

    private Presences presences = Presences.none();

    @ParameterizedTest
    @ValueSource(strings = {"invisible", "offline"})
    void whatSomebodyDoesWhereTheyAreInvisibleIsNotShownElsewhere(String hidden) {
        say(1, "{\"status\":\"" + hidden + "\",\"activities\":[{\"name\":\"chess\"}]}");
        assertThat(presences.of(USER).visible()).isFalse();
        assertThat(presences.of(USER).activities()).isEmpty();

        say(2, "{\"status\":\"idle\",\"activities\":[{\"name\":\"tea\"}]}");

        assertThat(presences.of(USER).status()).isEqualTo("idle");
        assertThat(presences.of(USER).activities())
                .extracting(activity -> activity.path("name").asText())
                .containsExactly("tea");
    }

    private void say(long session, String json) {
        SessionRef ref =
                SessionRef.newBuilder().setGateway("gateway").setNumber(session).build();
        presences = presences.with(USER, ref, SessionPresence.parse(ByteString.copyFromUtf8(json)), "ann");
    }
}
