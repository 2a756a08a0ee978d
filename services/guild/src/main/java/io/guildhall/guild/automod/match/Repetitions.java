package io.guildhall.guild.automod.match;

/** How often a regular expression repeats a part of itself at most, as far as its braces tell: known before it is compiled. */
final class Repetitions {
    private static final long MOST = 1_000_000;

    private Repetitions() {}

    /** The product of all counts, as if each stood inside the others. */
    static long of(String pattern) {
        long product = 1;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            product = Math.min(MOST, product * Math.max(1, largest(pattern.substring(open + 1, close))));
        }
        return product;
    }

    private static long largest(String counts) {
        long largest = 0;
        long number = 0;
        for (int index = 0; index < counts.length(); index++) {
            char one = counts.charAt(index);
            number = one >= '0' && one <= '9' ? Math.min(MOST, number * 10 + (one - '0')) : 0;
            largest = Math.max(largest, number);
        }
        return largest;
    }
}
