package io.guildhall.gateway.session;

import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which sessions of a lane are attached to which actors, without those that are still joining. On the lane. */
public final class Rolls {
    private Rolls() {}

    /** How many to each actor, and which, in short. */
    public static Map<ActorKey, Attendance> attendances(Lane lane) {
        Map<LaneActor, Attendance> found = new HashMap<>();
        forEach(lane, (actor, session) -> found.merge(actor, Attendance.NONE.with(session.number()), Attendance::and));
        Map<ActorKey, Attendance> byKey = HashMap.newHashMap(found.size());
        found.forEach((actor, attendance) -> byKey.put(actor.key(), attendance));
        return byKey;
    }

    /** The numbers of those that are attached to these actors. */
    public static Map<ActorKey, List<Long>> numbers(Lane lane, Set<ActorKey> wanted) {
        Map<LaneActor, List<Long>> found = new HashMap<>();
        forEach(lane, (actor, session) -> found.computeIfAbsent(actor, first -> new ArrayList<>())
                .add(session.number()));
        Map<ActorKey, List<Long>> byKey = new HashMap<>();
        found.forEach((actor, numbers) -> {
            if (wanted.contains(actor.key())) {
                byKey.put(actor.key(), numbers);
            }
        });
        return byKey;
    }

    private static void forEach(Lane lane, BiConsumer<LaneActor, Session> action) {
        for (Session session : lane.sessions()) {
            if (session.phase() == Phase.READY) {
                session.attachments().forEach((actor, index) -> {
                    if (session.joining(actor) == null) {
                        action.accept(actor, session);
                    }
                });
            }
        }
    }
}
