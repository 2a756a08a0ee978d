package io.guildhall.guild.automod.match;

/** Text as words are compared in it: upper and lower case are the same. Every character stays at its place. */
final class Folding {
    private Folding() {}

    static String of(String text) {
        char[] folded = text.toCharArray();
        for (int index = 0; index < folded.length; index++) {
            folded[index] = of(folded[index]);
        }
        return new String(folded);
    }

    /** By way of the upper case, so that characters with several lower cases are one. */
    static char of(char one) {
        if (one < 128) {
            return one >= 'A' && one <= 'Z' ? (char) (one + 32) : one;
        }
        return Character.toLowerCase(Character.toUpperCase(one));
    }

    /** True when no word goes on across this place: at an end of the text, or where one of both sides is no letter or digit. */
    static boolean edge(String text, int index) {
        return index == 0
                || index == text.length()
                || !Character.isLetterOrDigit(text.charAt(index - 1))
                || !Character.isLetterOrDigit(text.charAt(index));
    }
}
