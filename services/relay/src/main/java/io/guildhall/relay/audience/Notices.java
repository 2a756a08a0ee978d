package io.guildhall.relay.audience;

import io.guildhall.model.rpc.RelayNotice;

/** The way back to the owner. Keeps the order of the calls and never calls back. */
@FunctionalInterface
public interface Notices {
    void tell(RelayNotice notice);

    /** Rises from stream to stream of this relay: of two that speak for one actor in one epoch the later is right. */
    default long opened() {
        return 0;
    }
}
