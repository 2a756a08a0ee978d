package io.guildhall.relay.audience;

import io.guildhall.model.rpc.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which positions of one audience have reached every gateway node concerned. Gateways answer in any order; a position
 * counts only once all before it do. Holds an entry for each frame of the owner that waits in the window of a gateway node,
 * and at most as many for those in between that wait for nobody.
 */
final class Acknowledgements {
    private final Deque<Pending> open = new ArrayDeque<>();

    /** One frame of the owner, waiting for gateway nodes. Starts with one waiter: the relay's own work on it. */
    static final class Pending {
        private final Position position;
        private int waiters = 1;

        private Pending(Position position) {
            this.position = position;
        }

        /** One more gateway node has to answer. */
        void await() {
            waiters++;
        }
    }

    Pending open(Position position) {
        // The one before it waits for nobody and is not reached yet because of others: this one says more.
        if (!open.isEmpty() && open.peekLast().waiters == 0) {
            open.removeLast();
        }
        Pending pending = new Pending(position);
        open.addLast(pending);
        return pending;
    }

    /** One waiter less. Returns the newest position that is now reached with all before it, if that moved. */
    Optional<Position> close(Pending pending) {
        pending.waiters--;
        Position reached = null;
        while (!open.isEmpty() && open.peekFirst().waiters == 0) {
            reached = open.removeFirst().position;
        }
        return Optional.ofNullable(reached);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }
}
