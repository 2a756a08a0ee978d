package io.guildhall.relay.gateway;

import java.util.List;

/** Called once for each frame: the gateway node has it, or the node is gone and nobody waits for it any more. */
@FunctionalInterface
public interface Receipt {
    /** @param unknownSessions sessions of the frame that the gateway node does not have */
    void settled(List<Long> unknownSessions);
}
