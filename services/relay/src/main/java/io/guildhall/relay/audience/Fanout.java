package io.guildhall.relay.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.SessionRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Turns an event into one frame for each partition and gateway node that has sessions who receive it. */
final class Fanout {
    /** Takes the frames of one event. */
    @FunctionalInterface
    interface Sink {
        void send(String gateway, RelayFrame.Builder frame);
    }

    private record Target(int partition, String gateway) {}

    private final ActorKey actor;
    private final Members members;
    private final VisibilityCache visibility;

    Fanout(ActorKey actor, Members members, VisibilityCache visibility) {
        this.actor = actor;
        this.members = members;
        this.visibility = visibility;
    }

    void event(Position position, Event event, Sink sink) {
        if (isPrivate(event)) {
            return;
        }
        if (event.getOnlyUsersCount() > 0) {
            toUsers(position, event, sink);
        } else if (event.getTopicsCount() > 0) {
            toAsking(position, event, sink);
        } else {
            toAll(position, event, sink);
        }
    }

    /**
     * Delivers what was missed to exactly these sessions, as far as each may have it.
     *
     * @param then how things were when it came; null when they were as they are now
     */
    void backlog(PositionedEvent missed, Then then, Collection<SessionRef> receivers, Sink sink) {
        Event event = missed.getEvent();
        if (!isPrivate(event)) {
            toSessions(missed.getPosition(), event, then, receivers, sink);
        }
    }

    /** Of an older owner, and for single sessions: of no use to those, and not for others. */
    private static boolean isPrivate(Event event) {
        return event.getOnlySessionsCount() > 0;
    }

    private void toAll(Position position, Event event, Sink sink) {
        Selection selection = new Selection(event, visibility);
        for (PartitionSessions partition : members.partitions()) {
            partition.each((gateway, table) -> {
                FrameBuilder builder = new FrameBuilder(event);
                for (int row = 0; row < table.size(); row++) {
                    if (selection.takes(table, row)) {
                        builder.add(table.number(row), selection.variant(table, row));
                    }
                }
                send(position, partition.number(), gateway, builder, false, sink);
            });
        }
    }

    private void toUsers(Position position, Event event, Sink sink) {
        Selection selection = new Selection(event, visibility);
        for (PartitionSessions partition : members.partitions()) {
            partition.each((gateway, table) -> {
                FrameBuilder builder = new FrameBuilder(event);
                event.getOnlyUsersList().stream()
                        .distinct()
                        .forEach(user -> table.ofUser(user, row -> {
                            if (selection.takes(table, row)) {
                                builder.add(table.number(row), selection.variant(table, row));
                            }
                        }));
                send(position, partition.number(), gateway, builder, false, sink);
            });
        }
    }

    private void toAsking(Position position, Event event, Sink sink) {
        Selection selection = new Selection(event, visibility);
        for (PartitionSessions partition : members.partitions()) {
            partition.each((gateway, table) -> {
                FrameBuilder builder = new FrameBuilder(event);
                table.asking(event.getTopicsList(), row -> {
                    if (selection.takes(table, row)) {
                        builder.add(table.number(row), selection.variant(table, row));
                    }
                });
                send(position, partition.number(), gateway, builder, false, sink);
            });
        }
    }

    private void toSessions(Position position, Event event, Then then, Collection<SessionRef> sessions, Sink sink) {
        Selection selection = new Selection(event, visibility, then);
        Map<Target, FrameBuilder> builders = new HashMap<>();
        for (SessionRef session : sessions) {
            PartitionSessions partition = members.holding(session);
            if (partition == null) {
                continue;
            }
            SessionTable table = partition.on(session.getGateway());
            int row = table.find(session.getNumber());
            if (isOther(event, table, row) || !selection.takes(table, row)) {
                continue;
            }
            builders.computeIfAbsent(
                            new Target(partition.number(), session.getGateway()), target -> new FrameBuilder(event))
                    .add(session.getNumber(), selection.variant(table, row));
        }
        builders.forEach(
                (target, builder) -> send(position, target.partition(), target.gateway(), builder, true, sink));
    }

    private static boolean isOther(Event event, SessionTable table, int row) {
        return (event.getOnlyUsersCount() > 0 && !event.getOnlyUsersList().contains(table.user(row)))
                || (event.getTopicsCount() > 0 && !table.asks(row, event.getTopicsList()));
    }

    private void send(
            Position position, int partition, String gateway, FrameBuilder builder, boolean backlog, Sink sink) {
        if (builder.sessions() == 0) {
            return;
        }
        RelayFrame.Builder frame = RelayFrame.newBuilder()
                .setActor(actor)
                .setPartition(partition)
                .setPosition(position)
                .setBacklog(backlog);
        builder.into(frame);
        sink.send(gateway, frame);
    }
}
