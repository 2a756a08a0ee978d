package io.guildhall.relay.audience;

import io.guildhall.model.rpc.SessionRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The sessions of one partition, by the gateway node that holds them. */
final class PartitionSessions {
    /** The most sessions that a partition may have; an owner that sends more gets them back as lost. */
    static final int MOST_SESSIONS = 15_000;

    private final int number;
    private final Map<String, SessionTable> gateways = new HashMap<>(4);
    private int size;

    PartitionSessions(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size >= MOST_SESSIONS;
    }

    void each(BiConsumer<String, SessionTable> action) {
        gateways.forEach(action);
    }

    /** The sessions on this node; null when there are none. */
    SessionTable on(String gateway) {
        return gateways.get(gateway);
    }

    int find(SessionRef session) {
        SessionTable table = gateways.get(session.getGateway());
        return table == null ? -1 : table.find(session.getNumber());
    }

    void add(SessionRef session, long user, int intents, int permissionClass) {
        gateways.computeIfAbsent(session.getGateway(), gateway -> new SessionTable())
                .add(session.getNumber(), user, intents, permissionClass);
        size++;
    }

    /** Takes the session out; returns its permission class, or -1 when it was not here. */
    int remove(String gateway, long session) {
        SessionTable table = gateways.get(gateway);
        int row = table == null ? -1 : table.find(session);
        if (row < 0) {
            return -1;
        }
        int permissionClass = table.permissionClass(row);
        table.remove(row);
        size--;
        if (table.size() == 0) {
            gateways.remove(gateway);
        }
        return permissionClass;
    }

    /** The numbers of all sessions on this node. */
    List<Long> sessionsOn(String gateway) {
        SessionTable table = gateways.get(gateway);
        List<Long> sessions = new ArrayList<>();
        for (int row = 0; table != null && row < table.size(); row++) {
            sessions.add(table.number(row));
        }
        return sessions;
    }
}
