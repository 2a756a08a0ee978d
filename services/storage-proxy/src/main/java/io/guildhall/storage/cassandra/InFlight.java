package io.guildhall.storage.cassandra;

import io.guildhall.storage.store.StoreException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is under way: bounded in number and bytes, and waited for when the store closes. */
final class InFlight {
    private final int maxCount;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private int count;
    private long bytes;
    private boolean closed;

    InFlight(int maxCount, long maxBytes) {
        this.maxCount = maxCount;
        this.maxBytes = maxBytes;
    }

    /**
     * Makes room for one more, or says why there is none. A single one that is larger than all may be together comes in when
     * nothing else is under way.
     *
     * @throws StoreException OVERLOADED or CLOSED
     */
    void enter(long size) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreException(StoreException.Reason.CLOSED, "the store is closed");
            }
            if (count >= maxCount || (count > 0 && bytes + size > maxBytes)) {
                throw new StoreException(
                        StoreException.Reason.OVERLOADED,
                        "overloaded: " + count + " writes of " + bytes + " bytes are under way");
            }
            count++;
            bytes += size;
        } finally {
            lock.unlock();
        }
    }

    void leave(long size) {
        lock.lock();
        try {
            count--;
            bytes -= size;
            if (count == 0) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing in any more and waits until everything has left. */
    void close() {
        lock.lock();
        try {
            closed = true;
            while (count > 0) {
                empty.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
