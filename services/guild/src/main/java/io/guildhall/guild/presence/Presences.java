package io.guildhall.guild.presence;

import io.guildhall.model.rpc.SessionRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is online in a guild: what each session last said, put together for each user. Bounded by the sessions of the
 * audience.
 */
public final class Presences {
    private final Map<Long, Map<SessionRef, SessionPresence>> byUser = new HashMap<>();
    private final OnlineList online = new OnlineList();

    /**
     * Remembers what a session says.
     *
     * @param shownName by which the online list is ordered
     * @return the user's new presence when it differs from the last
     */
    public Optional<UserPresence> update(long userId, SessionRef session, SessionPresence presence, String shownName) {
        UserPresence before = of(userId);
        byUser.computeIfAbsent(userId, user -> new LinkedHashMap<>()).put(session, presence);
        return changed(userId, before, shownName);
    }

    /** A session ended. */
    public Optional<UserPresence> remove(long userId, SessionRef session, String shownName) {
        UserPresence before = of(userId);
        byUser.computeIfPresent(userId, (user, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
        return changed(userId, before, shownName);
    }

    /** The user left the guild. */
    public void forget(long userId) {
        byUser.remove(userId);
        online.remove(userId);
    }

    /** Offline when no session is known. */
    public UserPresence of(long userId) {
        Collection<SessionPresence> sessions =
                byUser.getOrDefault(userId, Map.of()).values();
        return UserPresence.of(userId, List.copyOf(sessions));
    }

    /** Users who are seen online, in the order of the member list, at most so many. */
    public List<Long> onlineUsers(int limit) {
        return online.first(limit);
    }

    public int onlineCount() {
        return online.size();
    }

    public List<UserPresence> of(Collection<Long> users) {
        List<UserPresence> presences = new ArrayList<>();
        for (long user : users) {
            UserPresence presence = of(user);
            if (presence.visible()) {
                presences.add(presence);
            }
        }
        return presences;
    }

    private Optional<UserPresence> changed(long userId, UserPresence before, String shownName) {
        UserPresence after = of(userId);
        if (after.equals(before)) {
            return Optional.empty();
        }
        if (after.visible()) {
            online.put(userId, shownName);
        } else {
            online.remove(userId);
        }
        return Optional.of(after);
    }
}
