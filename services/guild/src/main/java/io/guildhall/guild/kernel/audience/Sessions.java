package io.guildhall.guild.kernel.audience;

import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An audience's sessions by partition and by user. Not safe for threads. */
final class Sessions {
    /** As many are counted anew for each question. */
    private static final int FEW = 64;

    private final List<Partition> partitions = new ArrayList<>();
    private final Map<SessionRef, Partition> places = new HashMap<>();
    private final Map<Long, Set<SessionRef>> byUser = new HashMap<>();
    /** How many sessions ask for each topic. */
    private final Map<Long, Integer> topics = new HashMap<>();
    /** By gateway, kept from the first question on in audiences too large to be counted for each; null before. */
    private Map<String, Attendance> attendances;

    boolean isEmpty() {
        return places.isEmpty();
    }

    int size() {
        return places.size();
    }

    /** Puts sessions into the first partitions with room; says which went where. */
    Map<Partition, List<JoiningSession>> add(Collection<JoiningSession> joining) {
        Map<Partition, List<JoiningSession>> added = new LinkedHashMap<>();
        for (JoiningSession session : joining) {
            SessionRef ref = session.getSession().getRef();
            Partition partition = withRoom();
            partition.sessions().put(ref, session);
            session.getTopicsList().forEach(topic -> topics.merge(topic, 1, Integer::sum));
            places.put(ref, partition);
            if (attendances != null) {
                attendances.merge(ref.getGateway(), Attendance.NONE.with(ref.getNumber()), Attendance::and);
            }
            byUser.computeIfAbsent(session.getSession().getUserId(), user -> new LinkedHashSet<>())
                    .add(ref);
            added.computeIfAbsent(partition, place -> new ArrayList<>()).add(session);
        }
        return added;
    }

    /** Removes those that are here and returns them. */
    List<SessionRef> remove(Collection<SessionRef> leaving) {
        List<SessionRef> removed = new ArrayList<>();
        for (SessionRef ref : leaving) {
            Partition partition = places.remove(ref);
            if (partition != null) {
                JoiningSession session = partition.sessions().remove(ref);
                forget(session.getSession().getUserId(), ref);
                session.getTopicsList().forEach(this::release);
                if (attendances != null) {
                    attendances.computeIfPresent(ref.getGateway(), (gateway, before) -> {
                        Attendance after = before.without(ref.getNumber());
                        return after.count() == 0 ? null : after;
                    });
                }
                removed.add(ref);
            }
        }
        return removed;
    }

    /** Remembers new roles for later rejoins; false when the user has no session here. */
    boolean update(MemberRoles change) {
        Set<SessionRef> refs = byUser.getOrDefault(change.getUserId(), Set.of());
        for (SessionRef ref : refs) {
            places.get(ref).sessions().computeIfPresent(ref, (same, session) -> session.toBuilder()
                    .clearRoles()
                    .addAllRoles(change.getRolesList())
                    .setTimedOutUntil(change.getTimedOutUntil())
                    .build());
        }
        return !refs.isEmpty();
    }

    /** What the session asks for from now on; its partition, if it is here. */
    Optional<Partition> ask(SessionRef ref, Subscription subscription, List<Long> wanted) {
        Optional<Partition> place = Optional.ofNullable(places.get(ref));
        place.ifPresent(partition -> partition.sessions().computeIfPresent(ref, (same, session) -> {
            wanted.forEach(topic -> topics.merge(topic, 1, Integer::sum));
            session.getTopicsList().forEach(this::release);
            return session.toBuilder()
                    .setSubscription(subscription)
                    .clearTopics()
                    .addAllTopics(wanted)
                    .build();
        }));
        return place;
    }

    /** Whether any session asks for one of these, or is of a user among them. */
    boolean anyAsks(List<Long> wanted) {
        return wanted.stream().anyMatch(topic -> topics.containsKey(topic) || byUser.containsKey(topic));
    }

    List<JoiningSession> of(long userId) {
        return byUser.getOrDefault(userId, Set.of()).stream()
                .map(ref -> places.get(ref).sessions().get(ref))
                .toList();
    }

    Optional<Partition> partitionOf(SessionRef ref) {
        return Optional.ofNullable(places.get(ref));
    }

    Optional<JoiningSession> find(SessionRef ref) {
        return Optional.ofNullable(places.get(ref))
                .map(partition -> partition.sessions().get(ref));
    }

    /** Those that look at lists of members. */
    List<JoiningSession> looking() {
        return partitions.stream().flatMap(Partition::looking).toList();
    }

    List<SessionRef> all() {
        return List.copyOf(places.keySet());
    }

    Attendance attendance(String gateway) {
        if (places.size() <= FEW) {
            return counted(gateway);
        }
        if (attendances == null) {
            attendances = new HashMap<>();
            places.keySet()
                    .forEach(ref -> attendances.merge(
                            ref.getGateway(), Attendance.NONE.with(ref.getNumber()), Attendance::and));
        }
        return attendances.getOrDefault(gateway, Attendance.NONE);
    }

    private Attendance counted(String gateway) {
        Attendance attendance = Attendance.NONE;
        for (SessionRef ref : places.keySet()) {
            if (ref.getGateway().equals(gateway)) {
                attendance = attendance.with(ref.getNumber());
            }
        }
        return attendance;
    }

    List<Long> missing(String gateway, List<Long> numbers) {
        SessionRef.Builder ref = SessionRef.newBuilder().setGateway(gateway);
        return numbers.stream()
                .filter(number -> !places.containsKey(ref.setNumber(number).build()))
                .toList();
    }

    List<SessionRef> on(Set<String> gateways) {
        return places.keySet().stream()
                .filter(ref -> gateways.contains(ref.getGateway()))
                .toList();
    }

    List<Partition> partitionsOn(String relay) {
        return partitions.stream()
                .filter(partition -> !partition.isHomeless()
                        && partition.use().link().relay().id().equals(relay))
                .toList();
    }

    /** Partitions that have a relay. */
    List<Partition> served() {
        return partitions.stream().filter(partition -> !partition.isHomeless()).toList();
    }

    List<Partition> homeless() {
        return partitions.stream()
                .filter(partition ->
                        partition.isHomeless() && !partition.sessions().isEmpty())
                .toList();
    }

    void clear() {
        partitions.clear();
        places.clear();
        byUser.clear();
        topics.clear();
        attendances = null;
    }

    private Partition withRoom() {
        for (Partition partition : partitions) {
            if (partition.hasRoom()) {
                return partition;
            }
        }
        Partition fresh = new Partition(partitions.size());
        partitions.add(fresh);
        return fresh;
    }

    private void release(long topic) {
        topics.computeIfPresent(topic, (same, uses) -> uses == 1 ? null : uses - 1);
    }

    private void forget(long userId, SessionRef ref) {
        byUser.computeIfPresent(userId, (user, refs) -> {
            refs.remove(ref);
            return refs.isEmpty() ? null : refs;
        });
    }
}
