package io.guildhall.guild.audience;

import io.guildhall.model.rpc.Position;
import java.util.concurrent.atomic.AtomicReference;

/** One actor's use of one relay: the stream, and how far the relay has got. */
final class RelayUse {
    private final RelayLink link;
    private final AtomicReference<Position> acknowledged;

    RelayUse(RelayLink link, Position start) {
        this.link = link;
        this.acknowledged = new AtomicReference<>(start);
    }

    RelayLink link() {
        return link;
    }

    /** Everything up to here reached the gateways. */
    Position acknowledged() {
        return acknowledged.get();
    }

    void acknowledge(Position position) {
        acknowledged.accumulateAndGet(position, Positions::later);
    }
}
