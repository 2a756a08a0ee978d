package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorInbox;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an actor has handled of other actors' messages, so that none has an effect twice. The store has the last one of each
 * sender for two months; some are kept in memory too. Only the actor's thread uses it.
 */
public final class Inbox {
    static final int MOST_KEPT = 64;

    private final ActorKey actor;
    private final LogStore store;
    private final LogMeters meters;
    private final Map<ActorKey, Position> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ActorKey, Position> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param store whose answers contain what the actor has written until then, durable or not yet */
    Inbox(ActorKey actor, LogStore store, LogMeters meters) {
        this.actor = actor;
        this.store = store;
        this.meters = meters;
    }

    /** Whether this message, or a later one of the same sender, was handled already. May block for the store. */
    public boolean has(Origin origin) {
        Position last = kept.computeIfAbsent(origin.getActor(), this::stored);
        boolean repeated = !Positions.after(origin.getPosition(), last);
        if (repeated) {
            meters.repeated();
        }
        return repeated;
    }

    /** The message is handled; what is returned belongs into the batch of its effects. */
    public Mutation handled(Origin origin) {
        ActorKey source = origin.getActor();
        Position position = origin.getPosition();
        kept.put(source, position);
        return Write.to(
                        ActorInbox.TABLE,
                        (long) actor.getKindValue(),
                        actor.getId(),
                        (long) source.getKindValue(),
                        source.getId())
                .set(ActorInbox.EPOCH, position.getEpoch())
                .set(ActorInbox.SEQUENCE, position.getSequence())
                .build();
    }

    /** What was handled last may not have been written: the store has the truth. */
    public void forget() {
        kept.clear();
    }

    private Position stored(ActorKey source) {
        return store
                .read(
                        ActorInbox.TABLE,
                        Read.row(
                                ActorInbox.TABLE,
                                (long) actor.getKindValue(),
                                actor.getId(),
                                (long) source.getKindValue(),
                                source.getId()))
                .stream()
                .findFirst()
                .map(row -> Positions.of(row.get(ActorInbox.EPOCH, 0L), row.get(ActorInbox.SEQUENCE, 0L)))
                .orElse(Position.getDefaultInstance());
    }
}
