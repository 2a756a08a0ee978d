package io.guildhall.relay.audience;

import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionTopics;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in one audience: its partitions, and the permission class of each session. Not safe for threads. */
final class Members {
    private final Map<Integer, PartitionSessions> partitions = new HashMap<>(4);
    private final VisibilityCache visibility;

    /** @param visibility null where there are no permissions */
    Members(VisibilityCache visibility) {
        this.visibility = visibility;
    }

    Collection<PartitionSessions> partitions() {
        return partitions.values();
    }

    PartitionSessions partition(int number) {
        return partitions.get(number);
    }

    int size() {
        return partitions.values().stream().mapToInt(PartitionSessions::size).sum();
    }

    /** The partition that holds the session; null when none does. */
    PartitionSessions holding(SessionRef session) {
        for (PartitionSessions partition : partitions.values()) {
            if (partition.find(session) >= 0) {
                return partition;
            }
        }
        return null;
    }

    /** Adds the session, or brings up to date what is known of it. False when the partition is full. */
    boolean join(int number, JoiningSession joining) {
        Session session = joining.getSession();
        SessionRef ref = session.getRef();
        PartitionSessions partition = partitions.computeIfAbsent(number, PartitionSessions::new);
        int row = partition.find(ref);
        if (row < 0 && partition.full()) {
            return false;
        }
        int intents =
                (int) session.getIntents() & ~SessionTable.DIRECT | (session.getDirect() ? SessionTable.DIRECT : 0);
        int permissionClass = acquire(classOf(session.getUserId(), joining.getRolesList(), joining.getTimedOutUntil()));
        if (row < 0) {
            partition.add(ref, session.getUserId(), intents, permissionClass);
        } else {
            SessionTable table = partition.on(ref.getGateway());
            release(table.permissionClass(row));
            table.permissionClass(row, permissionClass);
            table.intents(row, intents);
        }
        partition.on(ref.getGateway()).topics(ref.getNumber(), joining.getTopicsList());
        return true;
    }

    boolean leave(String gateway, long session) {
        for (PartitionSessions partition : partitions.values()) {
            int permissionClass = partition.remove(gateway, session);
            if (permissionClass >= 0) {
                release(permissionClass);
                if (partition.size() == 0) {
                    partitions.remove(partition.number());
                }
                return true;
            }
        }
        return false;
    }

    void roles(MemberRoles changed) {
        if (visibility != null) {
            reclassify(
                    changed.getUserId(),
                    classOf(changed.getUserId(), changed.getRolesList(), changed.getTimedOutUntil()));
        }
    }

    void topics(SessionTopics changed) {
        SessionRef ref = changed.getSession();
        PartitionSessions partition = holding(ref);
        if (partition != null) {
            partition.on(ref.getGateway()).topics(ref.getNumber(), changed.getTopicsList());
        }
    }

    /** Nobody is here any more. */
    void clear() {
        for (PartitionSessions partition : partitions.values()) {
            partition.each((gateway, table) -> {
                for (int row = 0; row < table.size(); row++) {
                    release(table.permissionClass(row));
                }
            });
        }
        partitions.clear();
    }

    /** New rules: members who have become individuals, or no longer are, change their class. */
    void rules(GuildRules rules) {
        Set<Long> concerned = new HashSet<>(rules.individuals());
        if (visibility.rules() != null) {
            concerned.addAll(visibility.rules().individuals());
        }
        visibility.rules(rules);
        concerned.forEach(this::reclassify);
    }

    /** The rules change in part; so do the classes of those members of whom that makes individuals or ends it. */
    void change(AudienceDelta delta) {
        visibility.change(delta).forEach(this::reclassify);
    }

    private void reclassify(long user) {
        for (PartitionSessions partition : partitions.values()) {
            partition.each((gateway, table) -> table.ofUser(user, row -> {
                PermissionClass known = visibility.classes().get(table.permissionClass(row));
                List<Long> roles = Arrays.stream(known.roles()).boxed().toList();
                change(table, row, classOf(user, roles, known.timedOutUntil()));
            }));
        }
    }

    private void reclassify(long user, PermissionClass changed) {
        for (PartitionSessions partition : partitions.values()) {
            partition.each((gateway, table) -> table.ofUser(user, row -> change(table, row, changed)));
        }
    }

    private void change(SessionTable table, int row, PermissionClass changed) {
        int before = table.permissionClass(row);
        table.permissionClass(row, acquire(changed));
        release(before);
    }

    private PermissionClass classOf(long user, List<Long> roles, long timedOutUntil) {
        boolean individual = timedOutUntil != 0
                || (visibility != null
                        && visibility.rules() != null
                        && visibility.rules().individuals().contains(user));
        return individual ? PermissionClass.individual(roles, user, timedOutUntil) : PermissionClass.of(roles);
    }

    private int acquire(PermissionClass wanted) {
        return visibility == null ? 0 : visibility.classes().acquire(wanted);
    }

    private void release(int permissionClass) {
        if (visibility != null) {
            visibility.classes().release(permissionClass);
        }
    }
}
