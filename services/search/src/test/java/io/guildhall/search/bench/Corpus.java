package io.guildhall.search.bench;

import java.util.SplittableRandom;

/** Messages of made-up words, of which few are said often and most seldom, as people's are. A number always has the same text. */
final class Corpus {
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "tas", "ve", "shu", "dor", "pin", "gal", "be", "nor", "wi", "fel", "zu", "cha", "ty",
        "mon", "ri", "sta"
    };
    private static final int VOCABULARY = 40_000;
    private static final int FEWEST_WORDS = 2;
    private static final int MORE_WORDS = 20;

    /** Of what is asked for: common enough to be found, and not in every message. */
    private static final int ASKED_FROM = 50;

    private static final int ASKED = 2_000;

    private Corpus() {}

    static String message(int number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder();
        // Most messages are short.
        int words = FEWEST_WORDS + (int) (MORE_WORDS * random.nextDouble() * random.nextDouble());
        for (int word = 0; word < words; word++) {
            text.append(word == 0 ? "" : " ").append(word(common(random)));
        }
        return text.toString();
    }

    /** A word that somebody looks for. */
    static String question(int number) {
        return word(ASKED_FROM + new SplittableRandom(-1L - number).nextInt(ASKED));
    }

    /** The rank of a word, as often as one of that rank is said: the second half as often as the first, the third a third as often. */
    private static int common(SplittableRandom random) {
        return (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }
}
