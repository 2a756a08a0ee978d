package io.guildhall.relay.owner;

import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.relay.audience.Notices;
import io.guildhall.relay.gateway.Delays;
import io.guildhall.relay.gateway.SerialQueue;
import io.smallrye.mutiny.subscription.MultiEmitter;

/**
 * The way back to one owner node. Notices are sent from a thread of their own, so that a caller may hold a lock. There
 * are never more of them waiting than the owner has frames unacknowledged, which its own window bounds.
 */
final class OwnerStream implements Notices {
    private final SerialQueue<RelayNotice> queue;
    private final Delays delays;

    OwnerStream(MultiEmitter<? super RelayNotice> emitter, Delays delays) {
        this.queue = new SerialQueue<>(emitter::emit);
        this.delays = delays;
    }

    @Override
    public void tell(RelayNotice notice) {
        queue.add(notice);
        delays.now(queue::drain);
    }
}
