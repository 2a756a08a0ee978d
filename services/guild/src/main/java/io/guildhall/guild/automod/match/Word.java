package io.guildhall.guild.automod.match;

/**
 * A word or phrase of a rule. A star at its beginning or end lets the text go on there; without one, the word ends there.
 *
 * @param written as the rule has it
 * @param text folded, without stars
 */
record Word(String written, String text, boolean begins, boolean ends) {
    static Word of(String written) {
        boolean openStart = written.startsWith("*");
        boolean openEnd = written.length() > 1 && written.endsWith("*");
        String text = written.substring(openStart ? 1 : 0, written.length() - (openEnd ? 1 : 0));
        return new Word(written, Folding.of(text), !openStart, !openEnd);
    }

    /** Whether it may stand at this place of a text in which it was found. */
    boolean fits(String folded, int start, int end) {
        return (!begins || Folding.edge(folded, start)) && (!ends || Folding.edge(folded, end));
    }
}
