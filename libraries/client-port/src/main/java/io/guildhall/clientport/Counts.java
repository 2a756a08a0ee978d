package io.guildhall.clientport;

import java.util.HashMap;
import java.util.Map;

/** How many connections there are, in all and of each address. Any thread. */
final class Counts {
    private final int maximum;
    private final int perAddress;
    /** As many as there are connections that are counted by address. */
    private final Map<String, Integer> byAddress = new HashMap<>();

    private int all;

    Counts(int maximum, int perAddress) {
        this.maximum = maximum;
        this.perAddress = perAddress;
    }

    /**
     * False when there is no room; else {@link #giveBack} has to follow.
     *
     * @param address null when connections from there are not bounded by themselves
     */
    synchronized boolean take(String address) {
        int ofAddress = address == null ? 0 : byAddress.getOrDefault(address, 0);
        if (all >= maximum || ofAddress >= perAddress) {
            return false;
        }
        all++;
        if (address != null) {
            byAddress.put(address, ofAddress + 1);
        }
        return true;
    }

    synchronized void giveBack(String address) {
        all--;
        if (address != null) {
            byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized int all() {
        return all;
    }
}
