package io.guildhall.guild.automod.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tree of all beginnings of words. Its states are numbered level by level, so those that follow a state stand side by side, by
 * character: a state is ten bytes, and where it leads needs no table. It never changes.
 */
final class WordTree {
    static final int ROOT = 0;
    static final int NONE = -1;

    /** Characters that lead on from the root are looked up at once, as most of a text begins no word. */
    private static final int DIRECT = 128;

    /** As many followers are looked through one by one; more are searched. */
    private static final int FEW = 12;

    /** Of each state, the first that follows it; those of the next begin where its own end. */
    private final int[] followers;
    /** Of each state, the character that leads to it. */
    private final char[] labels;
    /** Of each state, one of the words that end there, and of each word another that is the same text. */
    private final int[] ends;

    private final int[] sameText;
    private final int[] fromRoot = new int[DIRECT];

    /** @param words empty ones end nowhere */
    WordTree(List<String> words) {
        int[] sorted = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing(words::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int most = 1 + words.stream().mapToInt(String::length).sum();
        int[] followers = new int[most + 1];
        char[] labels = new char[most];
        int[] ends = new int[most];
        sameText = new int[words.size()];
        // The words that begin as a state does stand side by side among the sorted ones.
        int[] from = new int[most];
        int[] to = new int[most];
        int[] depths = new int[most];
        to[ROOT] = sorted.length;
        int states = 1;
        for (int state = ROOT; state < states; state++) {
            int depth = depths[state];
            int at = from[state];
            ends[state] = NONE;
            for (; at < to[state] && words.get(sorted[at]).length() == depth; at++) {
                sameText[sorted[at]] = ends[state];
                ends[state] = depth == 0 ? NONE : sorted[at];
            }
            followers[state] = states;
            while (at < to[state]) {
                char label = words.get(sorted[at]).charAt(depth);
                int begin = at;
                while (at < to[state] && words.get(sorted[at]).charAt(depth) == label) {
                    at++;
                }
                labels[states] = label;
                depths[states] = depth + 1;
                from[states] = begin;
                to[states++] = at;
            }
        }
        followers[states] = states;
        this.followers = Arrays.copyOf(followers, states + 1);
        this.labels = Arrays.copyOf(labels, states);
        this.ends = Arrays.copyOf(ends, states);
        for (char one = 0; one < DIRECT; one++) {
            fromRoot[one] = search(ROOT, one);
        }
    }

    int states() {
        return labels.length;
    }

    /** Where the character leads from the state; -1 for nowhere. */
    int follow(int state, char one) {
        return state == ROOT && one < DIRECT ? fromRoot[one] : search(state, one);
    }

    int firstFollower(int state) {
        return followers[state];
    }

    char label(int state) {
        return labels[state];
    }

    /** One of the words that end at the state; -1 for none. */
    int end(int state) {
        return ends[state];
    }

    /** Another word that is the same text; -1 after the last. */
    int another(int word) {
        return sameText[word];
    }

    private int search(int state, char one) {
        int from = followers[state];
        int to = followers[state + 1];
        if (to - from > FEW) {
            int found = Arrays.binarySearch(labels, from, to, one);
            return found < 0 ? NONE : found;
        }
        for (int next = from; next < to; next++) {
            if (labels[next] == one) {
                return next;
            }
        }
        return NONE;
    }
}
