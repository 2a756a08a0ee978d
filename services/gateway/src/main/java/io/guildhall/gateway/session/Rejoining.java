package io.guildhall.gateway.session;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Sessions of a lane that rejoin an actor together, because they stand at the same place and say the same of themselves. */
public record Rejoining(ActorKey actor, Position after, List<Session> sessions) {
    private record Group(ActorKey actor, Position after, boolean absent, ByteString presence, int largeThreshold) {}

    /**
     * Collects the sessions of every actor concerned and fixes the positions at which they rejoin, so that whatever the
     * former owner still sends is told apart from what the new one repeats. On the lane.
     */
    public static List<Rejoining> collect(Collection<Session> sessions, Predicate<LaneActor> concerned) {
        Map<Group, List<Session>> groups = new LinkedHashMap<>();
        for (Session session : sessions) {
            if (session.phase() == Phase.READY) {
                collect(session, concerned, groups);
            }
        }
        return groups.entrySet().stream()
                .map(group ->
                        new Rejoining(group.getKey().actor(), group.getKey().after(), group.getValue()))
                .toList();
    }

    /**
     * Fixes where sessions stand that may have been given up by those who served them: from now on nothing counts as received
     * only because a neighbour received it. On the lane.
     */
    public static void fix(Collection<Session> sessions) {
        for (Session session : sessions) {
            session.attachments().forEach((actor, index) -> session.attachments()
                    .rejoin(index, session.attachments().position(index)));
        }
    }

    /** Fixes where sessions stand by what each received itself: since when they are not served is not known. On the lane. */
    public static void fixAtReceived(Collection<Session> sessions, Predicate<LaneActor> concerned) {
        for (Session session : sessions) {
            session.attachments().forEach((actor, index) -> {
                if (concerned.test(actor)) {
                    session.attachments().rejoin(index, session.attachments().received(index));
                }
            });
        }
    }

    private static void collect(Session session, Predicate<LaneActor> concerned, Map<Group, List<Session>> groups) {
        Profile profile = session.profile();
        session.attachments().forEach((actor, index) -> {
            Joining joining = session.joining(actor);
            if (joining != null && concerned.test(actor)) {
                // It does not stand anywhere yet; what it asks for is asked for again.
                joining.outdate();
            } else if (concerned.test(actor)) {
                Position after = session.attachments().position(index);
                session.attachments().rejoin(index, after);
                Group group = new Group(
                        actor.key(),
                        after,
                        session.absent(),
                        ByteString.copyFrom(profile.presence()),
                        profile.largeThreshold());
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(session);
            }
        });
    }
}
