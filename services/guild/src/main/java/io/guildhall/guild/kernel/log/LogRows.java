package io.guildhall.guild.kernel.log;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.table.catalogue.ActorCursors;
import io.guildhall.model.table.catalogue.ActorEvents;
import io.guildhall.model.table.catalogue.ActorLog;

/** How one actor's log lies in the store. */
record LogRows(ActorKey actor) {
    Mutation event(LogEntry entry) {
        Position position = entry.getPosition();
        return Write.to(
                        ActorEvents.TABLE,
                        kind(),
                        actor.getId(),
                        ActorEvents.slot(entry.getWrittenAt()),
                        position.getEpoch(),
                        position.getSequence())
                .set(ActorEvents.ENTRY, entry.toByteString())
                .build();
    }

    Mutation entry(LogLane lane, long part, LogEntry entry) {
        Position position = entry.getPosition();
        return Write.to(
                        ActorLog.TABLE,
                        kind(),
                        actor.getId(),
                        lane.number(),
                        part,
                        position.getEpoch(),
                        position.getSequence())
                .set(ActorLog.ENTRY, entry.toByteString())
                .timeToLive((int) lane.lifetime().toSeconds())
                .build();
    }

    Mutation deletePart(LogLane lane, long part) {
        return Write.deletePartition(ActorLog.TABLE, kind(), actor.getId(), lane.number(), part);
    }

    Mutation cursor(LogLane lane, LaneCursor cursor) {
        return Write.to(ActorCursors.TABLE, kind(), actor.getId(), lane.number())
                .set(ActorCursors.EPOCH, cursor.delivered().getEpoch())
                .set(ActorCursors.SEQUENCE, cursor.delivered().getSequence())
                .set(ActorCursors.FIRST_PART, cursor.firstPart())
                .set(ActorCursors.LAST_PART, cursor.lastPart())
                .set(ActorCursors.SINCE, cursor.since())
                .set(ActorCursors.SLOT, cursor.slot())
                .build();
    }

    Mutation mark(LogLane lane, LaneCursor cursor) {
        return Write.to(ActorBacklogs.TABLE, cursor.slot(), shard(), kind(), actor.getId(), lane.number())
                .set(ActorBacklogs.MARKED_AT, cursor.since())
                .build();
    }

    Mutation unmark(long lane, long slot) {
        return Write.delete(ActorBacklogs.TABLE, slot, shard(), kind(), actor.getId(), lane);
    }

    private long kind() {
        return actor.getKindValue();
    }

    private long shard() {
        return ActorBacklogs.shard(actor.getId());
    }

    static LogEntry parse(ByteString entry) {
        return parse(LogEntry.parser(), entry);
    }

    static Event parseEvent(ByteString event) {
        return parse(Event.parser(), event);
    }

    private static <T> T parse(Parser<T> parser, ByteString stored) {
        try {
            return parser.parseFrom(stored);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("an entry of a log can't be read", malformed);
        }
    }
}
