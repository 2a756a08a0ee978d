package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A person's sessions, and at which of them the person is: a part of the person's state that never changes. It is bounded by the sessions of the audience,
 * and known again after a change of owner, since sessions rejoin with what they say.
 *
 * <p>Each change is told to each of them with what all of them say, which grows with their cube when each says something. So of those of an account that
 * has more than a person has devices nobody is told.
 */
public record OwnSessions(Map<SessionRef, OwnSession> sessions) {
    private static final int MOST_TOLD = 16;
    private static final OwnSessions NONE = new OwnSessions(Map.of());

    /** Whether somebody looks. */
    public static boolean isThere(UserState user) {
        return of(user).sessions.values().stream().anyMatch(OwnSession::looked);
    }

    static OwnSessions of(UserState user) {
        return user.part(OwnSessions.class, state -> NONE);
    }

    /** New ones, or those that a change of owner brings back; the others hear of new ones. */
    static void come(UserState user, List<Session> coming, ByteString presence, boolean back, Changes changes) {
        Changes tell = back ? null : changes;
        change(user, tell, sessions -> {
            coming.forEach(session -> sessions.put(session.getRef(), OwnSession.of(session.getSessionId(), presence)));
            return sessions;
        });
    }

    static void says(UserState user, SessionRef session, ByteString presence, Changes changes) {
        change(user, changes, sessions -> {
            sessions.computeIfPresent(session, (ref, before) -> OwnSession.of(before.id(), presence));
            return sessions;
        });
    }

    static void left(UserState user, List<SessionRef> leaving, Changes changes) {
        change(user, changes, sessions -> {
            leaving.forEach(sessions::remove);
            return sessions;
        });
    }

    /** Those that are connected, in a fixed order; none when they are too many. */
    ArrayNode json() {
        ArrayNode list = Json.array();
        if (sessions.size() <= MOST_TOLD) {
            sessions.values().stream()
                    .filter(OwnSession::shown)
                    .sorted(Comparator.comparing(OwnSession::id))
                    .forEach(session -> list.add(session.json()));
        }
        return list;
    }

    /** @param tell null when nobody is told */
    private static void change(UserState user, Changes tell, UnaryOperator<Map<SessionRef, OwnSession>> difference) {
        OwnSessions before = of(user);
        OwnSessions after = new OwnSessions(Map.copyOf(difference.apply(new HashMap<>(before.sessions))));
        if (after.equals(before)) {
            return;
        }
        user.putPart(after);
        ArrayNode shown = after.json();
        if (tell != null && !shown.isEmpty() && !shown.equals(before.json())) {
            tell.event(Events.forPerson(PersonEvent.SESSIONS_REPLACE, shown).build());
        }
    }
}
