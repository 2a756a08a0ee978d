package io.guildhall.guild.audience;

import io.guildhall.model.rpc.Position;
import java.util.concurrent.atomic.AtomicReference;

/** One actor's use of one relay: the stream, and how far the relay has got. */
final class RelayUse {
    private final RelayLink link;
    private final AtomicReference<Position> acknowledged;
    private final long begunAt;

    RelayUse(RelayLink link, Position start, long begunAt) {
        this.link = link;
        this.begunAt = begunAt;
        this.acknowledged = new AtomicReference<>(start);
    }

    /** ms since 1970. */
    long begunAt() {
        return begunAt;
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
