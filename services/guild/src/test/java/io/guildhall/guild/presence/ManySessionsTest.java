package io.guildhall.guild.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.SessionRef;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An account may have a thousand sessions, each of which says something else, and be in a hundred guilds, each of which keeps it. */
class ManySessionsTest {
    private static final int SESSIONS = 1_000;

    private SaidByUser said = SaidByUser.NOTHING;

    @Test
    void whatAThousandSessionsDoIsNotKeptAThousandTimes() {
        for (int number = 0; number < SESSIONS; number++) {
            say(number, activity(number));
        }

        assertThat(said.sessions().size()).isEqualTo(SESSIONS);
        assertThat(kept()).hasSizeLessThanOrEqualTo(33);
        assertThat(said.presence(7).activities()).hasSize(32);
        assertThat(said.presence(7).status()).isEqualTo("dnd");
    }

    @Test
    void thoseThatSayTheSameShareIt() {
        for (int number = 0; number < SESSIONS; number++) {
            say(number, activity(0));
        }

        assertThat(kept()).hasSize(1);
        assertThat(said.presence(7).activities()).hasSize(1);
    }

    @Test
    void whatIsSaidAgainAndAgainComesAndGoesWithItsSession() {
        for (int number = 0; number < SESSIONS; number++) {
            say(number, activity(number));
            say(number, activity(number + SESSIONS));
        }
        for (int number = 0; number < SESSIONS; number++) {
            said = said.without(session(number));
        }

        assertThat(said.isEmpty()).isTrue();
        assertThat(said.spoken().all()).isEmpty();
    }

    private Set<SessionPresence> kept() {
        Set<SessionPresence> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int number = 0; number < SESSIONS; number++) {
            kept.add(said.sessions()
                    .find(new SaidByUser.Said(session(number), null))
                    .orElseThrow()
                    .presence());
        }
        return kept;
    }

    private static String activity(int number) {
        return "{\"status\":\"dnd\",\"activities\":[{\"name\":\"game " + number + "\"}]}";
    }

    private void say(int number, String json) {
        said = said.with(session(number), SessionPresence.parse(ByteString.copyFromUtf8(json)));
    }

    private static SessionRef session(int number) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(number).build();
    }
}
