package io.guildhall.guild.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.SessionRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class PresencesPropertyTest {
    private static final SessionPresence ONLINE = SessionPresence.parse(ByteString.EMPTY);
    private static final SessionPresence INVISIBLE =
            SessionPresence.parse(ByteString.copyFromUtf8("{\"status\":\"invisible\"}"));

    private static final SessionPresence IDLE = SessionPresence.parse(ByteString.copyFromUtf8("{\"status\":\"idle\"}"));
    private static final long USER = 7;

    @Property(tries = 200)
    void theOnlineListIsWhatSortingWouldGive(
            @ForAll @Size(max = 300) List<@IntRange(max = 60) Integer> users,
            @ForAll @Size(min = 1, max = 300)
                    List<@StringLength(max = 4) @CharRange(from = 'A', to = 'z') String> names) {
        Presences presences = Presences.none();
        Map<Long, String> reference = new TreeMap<>();
        for (int index = 0; index < users.size(); index++) {
            long user = users.get(index);
            String name = names.get(index % names.size());
            if (index % 5 == 4) {
                presences = presences.with(user, session(user), INVISIBLE, name);
                reference.remove(user);
            } else if (index % 5 == 2) {
                presences = presences.without(user, session(user), name);
                reference.remove(user);
            } else {
                presences = presences.with(user, session(user), ONLINE, name);
                reference.put(user, name);
            }
        }
        assertThat(presences.onlineUsers(1_000)).isEqualTo(sorted(reference));
        assertThat(presences.onlineCount()).isEqualTo(reference.size());
    }

    @Property(tries = 200)
    void aUserIsWhatItsSessionsSayWhicheverComeAndGo(
            @ForAll @Size(max = 120) List<@IntRange(max = 12) Integer> sessions,
            @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 3) Integer> steps) {
        List<SessionPresence> sayings = List.of(ONLINE, INVISIBLE, IDLE);
        Presences presences = Presences.none();
        Map<Long, SessionPresence> reference = new TreeMap<>();
        for (int index = 0; index < sessions.size(); index++) {
            long session = sessions.get(index);
            int step = steps.get(index % steps.size());
            if (step == sayings.size()) {
                presences = presences.without(USER, session(session), "name");
                reference.remove(session);
            } else {
                presences = presences.with(USER, session(session), sayings.get(step), "name");
                reference.put(session, sayings.get(step));
            }
            assertThat(presences.of(USER).status())
                    .isEqualTo(UserPresence.of(USER, List.copyOf(reference.values()))
                            .status());
            assertThat(presences.users()).isEqualTo(reference.isEmpty() ? List.of() : List.of(USER));
        }
    }

    private static SessionRef session(long user) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
    }

    private static List<Long> sorted(Map<Long, String> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.<Long, String>comparingByValue(String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
