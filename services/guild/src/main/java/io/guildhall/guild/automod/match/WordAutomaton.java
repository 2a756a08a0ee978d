package io.guildhall.guild.automod.match;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Finds any number of words in a text in one pass over it: Aho and Corasick's automaton. Its size is that of all words together. It
 * never changes.
 */
final class WordAutomaton {
    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final Transitions transitions;
    private final int[] failures;
    /** Of each state, the first of the words that end there, and of each word the next that is the same text. */
    private final int[] ends;

    private final int[] sameText;
    /** Of each state, the nearest one among its suffixes at which a word ends. */
    private final int[] shorter;

    private final int[] lengths;

    /** Hears what is found. */
    interface Sink {
        /** @param word its place in the list of words */
        void found(int word, int start, int end);
    }

    /** @param words folded; empty ones are never found */
    WordAutomaton(List<String> words) {
        int most = 1 + words.stream().mapToInt(String::length).sum();
        transitions = new Transitions(most);
        failures = new int[most];
        shorter = new int[most];
        ends = new int[most];
        sameText = new int[words.size()];
        lengths = words.stream().mapToInt(String::length).toArray();
        Arrays.fill(ends, NONE);
        int[] parents = new int[most];
        char[] by = new char[most];
        int states = 1;
        for (int word = 0; word < words.size(); word++) {
            String text = words.get(word);
            int state = ROOT;
            for (int index = 0; index < text.length(); index++) {
                int next = transitions.get(state, text.charAt(index));
                if (next == NONE) {
                    next = states++;
                    transitions.put(state, text.charAt(index), next);
                    parents[next] = state;
                    by[next] = text.charAt(index);
                }
                state = next;
            }
            if (state != ROOT) {
                sameText[word] = ends[state];
                ends[state] = word;
            }
        }
        link(parents, by, states);
    }

    void scan(String text, Sink sink) {
        int state = ROOT;
        for (int index = 0; index < text.length(); index++) {
            state = after(state, text.charAt(index));
            for (int ended = ends[state] == NONE ? shorter[state] : state; ended != ROOT; ended = shorter[ended]) {
                for (int word = ends[ended]; word != NONE; word = sameText[word]) {
                    sink.found(word, index + 1 - lengths[word], index + 1);
                }
            }
        }
    }

    private int after(int from, char one) {
        int state = from;
        int next = transitions.get(state, one);
        while (next == NONE && state != ROOT) {
            state = failures[state];
            next = transitions.get(state, one);
        }
        return next == NONE ? ROOT : next;
    }

    /** Shorter states are linked before longer ones. */
    private void link(int[] parents, char[] by, int states) {
        int[] firstChild = new int[states];
        int[] sibling = new int[states];
        Arrays.fill(firstChild, NONE);
        for (int state = states - 1; state > ROOT; state--) {
            sibling[state] = firstChild[parents[state]];
            firstChild[parents[state]] = state;
        }
        Queue<Integer> open = new ArrayDeque<>();
        open.add(ROOT);
        while (!open.isEmpty()) {
            int parent = open.remove();
            for (int state = firstChild[parent]; state != NONE; state = sibling[state]) {
                if (parent != ROOT) {
                    failures[state] = after(failures[parent], by[state]);
                    shorter[state] = ends[failures[state]] == NONE ? shorter[failures[state]] : failures[state];
                }
                open.add(state);
            }
        }
    }
}
