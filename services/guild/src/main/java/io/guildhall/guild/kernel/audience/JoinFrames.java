package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionsJoin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Joins in frames of a bounded size, the last of which has what the sessions of all missed. */
final class JoinFrames {
    private static final int SESSIONS_PER_FRAME = 2_000;
    /** Of sessions; members may have many roles. */
    static final int BYTES_PER_FRAME = 256 << 10;

    private JoinFrames() {}

    static List<OwnerFrame> joins(
            ActorKey key,
            Position position,
            int partition,
            Collection<JoiningSession> sessions,
            List<PositionedEvent> backlog) {
        List<OwnerFrame> frames = new ArrayList<>();
        List<List<JoiningSession>> parts = parts(sessions);
        for (int index = 0; index < parts.size(); index++) {
            boolean last = index == parts.size() - 1;
            frames.add(OwnerFrame.newBuilder()
                    .setActor(key)
                    .setPosition(position)
                    .setJoin(SessionsJoin.newBuilder()
                            .setPartition(partition)
                            .addAllSessions(parts.get(index))
                            .addAllBacklog(last ? backlog : List.of())
                            .setMore(!last))
                    .build());
        }
        return frames;
    }

    private static List<List<JoiningSession>> parts(Collection<JoiningSession> sessions) {
        List<List<JoiningSession>> parts = new ArrayList<>();
        List<JoiningSession> part = new ArrayList<>();
        int bytes = 0;
        for (JoiningSession session : sessions) {
            int size = session.getSerializedSize();
            if (part.size() == SESSIONS_PER_FRAME || !part.isEmpty() && bytes + size > BYTES_PER_FRAME) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(session);
            bytes += size;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
