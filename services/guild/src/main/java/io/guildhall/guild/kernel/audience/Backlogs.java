package io.guildhall.guild.kernel.audience;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import java.util.ArrayList;
import java.util.List;

/** What sessions receive when they join, before anything later. */
final class Backlogs {
    private static final Event INVALIDATE = Event.newBuilder()
            .setName("$INVALIDATE")
            .setPayload(ByteString.copyFromUtf8("{\"resumable\":false}"))
            .build();

    /** Outside of the actor's order: no gateway takes it for a repetition. */
    private static final Position NOWHERE = Position.getDefaultInstance();

    private Backlogs() {}

    static List<PositionedEvent> joined(List<PositionedEvent> earlier, List<PositionedEvent> recent) {
        List<PositionedEvent> all = new ArrayList<>(earlier);
        all.addAll(recent);
        return all;
    }

    /** Instead of events that are forgotten: the sessions must identify again. */
    static List<PositionedEvent> invalidation() {
        return List.of(PositionedEvent.newBuilder()
                .setPosition(NOWHERE)
                .setEvent(INVALIDATE)
                .build());
    }
}
