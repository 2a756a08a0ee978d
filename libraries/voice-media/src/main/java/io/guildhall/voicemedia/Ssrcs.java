package io.guildhall.voicemedia;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Gives those who send media on one node the numbers by which their packets are known. No two that are there at one time have the same, and
 * nobody can guess the next. One thread.
 *
 * @param <T> who sends
 */
public final class Ssrcs<T> {
    private final Map<Integer, T> holders = new HashMap<>();
    private final IntSupplier random;

    public Ssrcs(IntSupplier random) {
        this.random = random;
    }

    public int assign(T holder) {
        while (true) {
            int ssrc = random.getAsInt();
            // Clients take 0 for none, and some read the number as a signed one.
            if (ssrc > 0 && holders.putIfAbsent(ssrc, holder) == null) {
                return ssrc;
            }
        }
    }

    public Optional<T> find(int ssrc) {
        return Optional.ofNullable(holders.get(ssrc));
    }

    public void release(int ssrc) {
        holders.remove(ssrc);
    }

    public int size() {
        return holders.size();
    }
}
