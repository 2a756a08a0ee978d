package io.guildhall.gateway.fanin;

import java.util.List;

/**
 * What became of a frame.
 *
 * @param unknown numbers of its sessions that this node does not know
 * @param newerEpoch an epoch of its actor that is known here and newer than the frame's, which was not delivered then; or 0
 */
record Delivered(List<Long> unknown, long newerEpoch) {
    static final Delivered EVERYWHERE = new Delivered(List.of(), 0);
}
