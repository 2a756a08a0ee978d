package io.guildhall.relay.audience;

import io.guildhall.model.rpc.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which frames of one stream of an audience's owner have reached every gateway node concerned. Gateways answer in any order; a frame
 * counts only once all before it do. Holds an entry for each frame of the owner that waits in the window of a gateway node,
 * and at most as many for those in between that wait for nobody.
 */
final class Acknowledgements {
    private final Deque<Pending> open = new ArrayDeque<>();

    /** One frame of the owner, waiting for gateway nodes. Starts with one waiter: the relay's own work on it. */
    final class Pending {
        private final Position position;
        private final long frame;
        private int waiters = 1;

        private Pending(Position position, long frame) {
            this.position = position;
            this.frame = frame;
        }

        Position position() {
            return position;
        }

        /** Its number on the owner's stream; 0 when it has none. */
        long frame() {
            return frame;
        }

        /** One more gateway node has to answer. */
        void await() {
            waiters++;
        }

        /** One waiter less. Returns the newest frame that has now arrived with all before it, if there is news. */
        Optional<Pending> close() {
            waiters--;
            Pending reached = null;
            while (!open.isEmpty() && open.peekFirst().waiters == 0) {
                reached = open.removeFirst();
            }
            return Optional.ofNullable(reached);
        }

        /** Whether it came on the stream whose frames are counted there. */
        boolean isOf(Acknowledgements stream) {
            return Acknowledgements.this == stream;
        }
    }

    Pending open(Position position, long frame) {
        // The one before it waits for nobody and is not reached yet because of others: this one says more.
        if (!open.isEmpty() && open.peekLast().waiters == 0) {
            open.removeLast();
        }
        Pending pending = new Pending(position, frame);
        open.addLast(pending);
        return pending;
    }
}
