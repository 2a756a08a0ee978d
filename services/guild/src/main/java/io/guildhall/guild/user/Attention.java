package io.guildhall.guild.user;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.SessionRef;
import java.util.HashSet;
import java.util.Set;

/**
 * At which of its sessions a person is: a part of the person's state that never changes. A session is looked at unless it says that its person is away
 * ({@code afk}), or waits to be resumed. It is bounded by the sessions of the audience, and known again after a change of owner, since
 * sessions rejoin with what they say.
 */
public record Attention(Set<SessionRef> active) {
    private static final Attention NONE = new Attention(Set.of());

    /** Whether somebody looks. */
    public static boolean isThere(UserState user) {
        return !of(user).active.isEmpty();
    }

    private static Attention of(UserState user) {
        return user.part(Attention.class, state -> NONE);
    }

    static void says(UserState user, Iterable<SessionRef> sessions, ByteString presence) {
        change(user, sessions, isActive(presence));
    }

    static void left(UserState user, Iterable<SessionRef> sessions) {
        change(user, sessions, false);
    }

    private static void change(UserState user, Iterable<SessionRef> sessions, boolean there) {
        Set<SessionRef> before = of(user).active;
        Set<SessionRef> after = new HashSet<>(before);
        for (SessionRef session : sessions) {
            if (there) {
                after.add(session);
            } else {
                after.remove(session);
            }
        }
        if (!after.equals(before)) {
            user.putPart(new Attention(Set.copyOf(after)));
        }
    }

    private static boolean isActive(ByteString presence) {
        if (presence.isEmpty()) {
            return true;
        }
        var said = Json.parse(presence);
        return !said.path("afk").asBoolean() && !said.path("waiting").asBoolean();
    }
}
