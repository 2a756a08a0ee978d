package io.guildhall.guild.automod.match;

import java.util.List;

/**
 * Finds any number of words in a text in one pass over it: Aho and Corasick's automaton. Its size is that of all words together, 18
 * bytes for each beginning of a word. It never changes.
 */
final class WordAutomaton {
    private static final int ROOT = WordTree.ROOT;
    private static final int NONE = WordTree.NONE;

    private final WordTree tree;
    /** Of each state, the longest other state that is one of its endings. */
    private final int[] failures;
    /** Of each state, the longest state at which a word ends, among itself and its endings; the root for none. */
    private final int[] ending;

    private final int[] lengths;

    /** Hears what is found. */
    interface Sink {
        /** @param word its place in the list of words */
        void found(int word, int start, int end);
    }

    /** @param words folded; empty ones are never found */
    WordAutomaton(List<String> words) {
        tree = new WordTree(words);
        failures = new int[tree.states()];
        ending = new int[tree.states()];
        lengths = words.stream().mapToInt(String::length).toArray();
        link();
    }

    void scan(String text, Sink sink) {
        int state = ROOT;
        for (int index = 0; index < text.length(); index++) {
            state = after(state, text.charAt(index));
            for (int ended = ending[state]; ended != ROOT; ended = ending[failures[ended]]) {
                for (int word = tree.end(ended); word != NONE; word = tree.another(word)) {
                    sink.found(word, index + 1 - lengths[word], index + 1);
                }
            }
        }
    }

    private int after(int from, char one) {
        int state = from;
        int next = tree.follow(state, one);
        while (next == NONE && state != ROOT) {
            state = failures[state];
            next = tree.follow(state, one);
        }
        return next == NONE ? ROOT : next;
    }

    /** Shorter states have smaller numbers, and are linked before longer ones. */
    private void link() {
        for (int state = ROOT; state < tree.states(); state++) {
            ending[state] = tree.end(state) == NONE ? ending[failures[state]] : state;
            for (int next = tree.firstFollower(state); next < tree.firstFollower(state + 1); next++) {
                failures[next] = state == ROOT ? ROOT : after(failures[state], tree.label(next));
            }
        }
    }
}
