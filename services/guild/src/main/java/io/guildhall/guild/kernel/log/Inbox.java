package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorInbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an actor has handled of other actors' messages, so that none has an effect twice. The store has the last one of each
 * sender for two months; some are kept in memory too. Only the actor's thread uses it.
 *
 * <p>The senders' rows are read when they are needed, long after the state was loaded. A write of the last owner whose outcome nobody knew may
 * have landed in between; its row would say that a message was handled whose effect the state does not have. So before
 * the state is loaded the inbox is asked how much it holds, and a row that says more, of another epoch, is met with
 * {@link LateWriteException}.
 */
public final class Inbox {
    static final int MOST_KEPT = 64;

    /** Nobody sends from there. */
    private static final ActorKey NO_SOURCE = ActorKey.getDefaultInstance();

    private final ActorKey actor;
    private final long epoch;
    private final LogStore store;
    private final LogMeters meters;
    private final Position loaded;
    private final Map<ActorKey, Position> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ActorKey, Position> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private long handled;

    /**
     * To be made before the state is loaded. Blocks for the store.
     *
     * @param store whose answers contain what the actor has written until then, durable or not yet
     */
    Inbox(ActorKey actor, long epoch, LogStore store, LogMeters meters) {
        this.actor = actor;
        this.epoch = epoch;
        this.store = store;
        this.meters = meters;
        this.loaded = store.read(ActorInbox.TABLE, row(NO_SOURCE)).stream()
                .findFirst()
                .map(Inbox::number)
                .orElse(Position.getDefaultInstance());
    }

    /**
     * Whether this message, or a later one of the same sender, was handled already. May block for the store.
     *
     * @throws LateWriteException when it was, by a write that the state may not have
     */
    public boolean has(Origin origin) {
        Position last = kept.computeIfAbsent(origin.getActor(), this::stored);
        boolean repeated = !Positions.after(origin.getPosition(), last);
        if (repeated) {
            meters.repeated();
        }
        return repeated;
    }

    /** The message is handled; what is returned belongs into the batch of its effects. */
    public List<Mutation> handled(Origin origin) {
        ActorKey source = origin.getActor();
        Position position = origin.getPosition();
        kept.put(source, position);
        handled++;
        return List.of(
                numbered(source)
                        .set(ActorInbox.EPOCH, position.getEpoch())
                        .set(ActorInbox.SEQUENCE, position.getSequence())
                        .build(),
                numbered(NO_SOURCE).build());
    }

    /** What was handled last may not have been written: the store has the truth. */
    public void forget() {
        kept.clear();
    }

    private Position stored(ActorKey source) {
        return store.read(ActorInbox.TABLE, row(source)).stream()
                .findFirst()
                .map(this::last)
                .orElse(Position.getDefaultInstance());
    }

    private Position last(RowView row) {
        Position number = number(row);
        if (number.getEpoch() != epoch && Positions.after(number, loaded)) {
            throw new LateWriteException("epoch " + number.getEpoch() + " handled a message after it was over");
        }
        return Positions.of(row.get(ActorInbox.EPOCH, 0L), row.get(ActorInbox.SEQUENCE, 0L));
    }

    private static Position number(RowView row) {
        return Positions.of(row.get(ActorInbox.OWNER_EPOCH, 0L), row.get(ActorInbox.OWNER_SEQUENCE, 0L));
    }

    private ReadRequest row(ActorKey source) {
        return Read.row(
                ActorInbox.TABLE,
                (long) actor.getKindValue(),
                actor.getId(),
                (long) source.getKindValue(),
                source.getId());
    }

    private Write numbered(ActorKey source) {
        return Write.to(
                        ActorInbox.TABLE,
                        (long) actor.getKindValue(),
                        actor.getId(),
                        (long) source.getKindValue(),
                        source.getId())
                .set(ActorInbox.OWNER_EPOCH, epoch)
                .set(ActorInbox.OWNER_SEQUENCE, handled);
    }
}
