package io.guildhall.guild.automod.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What one pass over a text found for one rule. */
final class Findings {
    /** Finds that are remembered; as many words that do not count as this hide one that does. */
    private static final int MOST = 256;

    private final List<Found> words = new ArrayList<>();
    private final List<Found> allowed = new ArrayList<>();
    private final BitSet needles = new BitSet();

    private record Found(Word word, int start, int end) {
        boolean holds(int otherStart, int otherEnd) {
            return start <= otherStart && otherEnd <= end;
        }
    }

    void word(Word word, int start, int end) {
        add(words, word, start, end);
    }

    void allowed(Word word, int start, int end) {
        add(allowed, word, start, end);
    }

    /** What an expression needs stands there. */
    void needle(int pattern) {
        needles.set(pattern);
    }

    boolean hasNeedle(int pattern) {
        return needles.get(pattern);
    }

    boolean counts(int start, int end) {
        return allowed.stream().noneMatch(one -> one.holds(start, end));
    }

    Optional<Hit> firstWord(String text) {
        return words.stream()
                .filter(found -> counts(found.start(), found.end()))
                .findFirst()
                .map(found -> new Hit(found.word().written(), text.substring(found.start(), found.end())));
    }

    private static void add(List<Found> list, Word word, int start, int end) {
        if (list.size() < MOST) {
            list.add(new Found(word, start, end));
        }
    }
}
