package io.guildhall.relay.gateway;

import java.util.List;

/** Called once for each frame: the gateway node has it, or the node is gone and nobody waits for it any more. */
@FunctionalInterface
public interface Receipt {
    /**
     * @param unknownSessions sessions of the frame that the gateway node does not have
     * @param newerEpoch the epoch of the frame's actor that the gateway node knows, when it is newer than the frame's; else 0
     */
    void settled(List<Long> unknownSessions, long newerEpoch);

    /** Nobody waits for the frame any more. */
    default void abandoned() {
        settled(List.of(), 0);
    }
}
