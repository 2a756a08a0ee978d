package io.guildhall.guild.presence;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.SortedTree;
import io.guildhall.model.rpc.SessionRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who is online in a guild: what each session last said, put together for each user. It never changes; each change gives another.
 * Bounded by the sessions of the audience.
 */
public final class Presences {
    private static final Presences NONE = new Presences(LongMap.empty(), SortedTree.empty(OnlineUser.ORDER));

    private final LongMap<SaidByUser> byUser;
    private final SortedTree<OnlineUser> online;

    private Presences(LongMap<SaidByUser> byUser, SortedTree<OnlineUser> online) {
        this.byUser = byUser;
        this.online = online;
    }

    /** Nobody is there. */
    public static Presences none() {
        return NONE;
    }

    /**
     * With what a session says now.
     *
     * @param shownName by which the online list is ordered
     */
    public Presences with(long userId, SessionRef session, SessionPresence presence, String shownName) {
        SaidByUser before = byUser.find(userId).orElse(SaidByUser.NOTHING);
        return with(userId, before.with(session, presence), shownName);
    }

    /** A session ended. */
    public Presences without(long userId, SessionRef session, String shownName) {
        SaidByUser before = byUser.find(userId).orElse(SaidByUser.NOTHING);
        return with(userId, before.without(session), shownName);
    }

    /** The user left the guild. */
    public Presences without(long userId) {
        return with(userId, SaidByUser.NOTHING, "");
    }

    /** Offline when no session is known. */
    public UserPresence of(long userId) {
        return byUser.find(userId).orElse(SaidByUser.NOTHING).presence(userId);
    }

    /** Whether others see the user online. */
    public boolean shows(long userId) {
        SaidByUser said = byUser.get(userId);
        return said != null && said.listed() != null;
    }

    /** Whether the user is connected, seen or not. */
    public boolean hasSession(long userId) {
        return byUser.contains(userId);
    }

    /** Users who are seen online, in the order of the member list, at most so many. */
    public List<Long> onlineUsers(int limit) {
        return onlineUsers(0, limit);
    }

    /** As {@link #onlineUsers(int)}, without so many of the first. */
    public List<Long> onlineUsers(int from, int limit) {
        return online.range(from, limit).stream().map(OnlineUser::userId).toList();
    }

    public int onlineCount() {
        return online.size();
    }

    /** Everybody who has a session, seen or not. */
    public List<Long> users() {
        List<Long> users = new ArrayList<>(byUser.size());
        Cursor<SaidByUser> cursor = byUser.cursor();
        while (cursor.hasNext()) {
            cursor.next();
            users.add(cursor.id());
        }
        return users;
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

    private Presences with(long userId, SaidByUser said, String shownName) {
        SaidByUser before = byUser.find(userId).orElse(SaidByUser.NOTHING);
        SortedTree<OnlineUser> list = online;
        OnlineUser listed = before.listed();
        if (listed != null && (!said.visible() || !listed.shownName().equals(shownName))) {
            list = list.without(listed);
            listed = null;
        }
        if (listed == null && said.visible()) {
            listed = new OnlineUser(shownName, userId);
            list = list.with(listed);
        }
        LongMap<SaidByUser> users =
                said.isEmpty() ? byUser.without(userId) : byUser.with(userId, said.listedAs(listed));
        return new Presences(users, list);
    }
}
