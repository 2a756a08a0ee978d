package io.guildhall.guild.automod.match;

import java.util.Arrays;

/** From which state which character leads where: one open hash table, a third full at most. */
final class Transitions {
    private static final int NONE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private final int[] keys;
    private final char[] characters;
    private final int[] targets;
    private final int shift;

    /** @param most how many there will be */
    Transitions(int most) {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(8L, most * 2L));
        shift = 32 - bits;
        keys = new int[1 << bits];
        characters = new char[1 << bits];
        targets = new int[1 << bits];
        Arrays.fill(targets, NONE);
    }

    /** Where the character leads from the state; -1 for nowhere. */
    int get(int state, char one) {
        return targets[slot(state, one)];
    }

    void put(int state, char one, int target) {
        int slot = slot(state, one);
        keys[slot] = state;
        characters[slot] = one;
        targets[slot] = target;
    }

    /** The slot that holds it, or the free one where it would stand. */
    private int slot(int state, char one) {
        int slot = ((state * 31 + one) * SPREAD) >>> shift;
        while (targets[slot] != NONE && (keys[slot] != state || characters[slot] != one)) {
            slot = (slot + 1) & (targets.length - 1);
        }
        return slot;
    }
}
