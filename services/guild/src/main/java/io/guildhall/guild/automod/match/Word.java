package io.guildhall.guild.automod.match;

/**
 * A word or phrase of a rule. A star at its beginning or end lets the text go on there; without one, the word ends there.
 *
 * @param written as the rule has it
 */
record Word(String written, boolean begins, boolean ends) {
    static Word of(String written) {
        return new Word(written, !written.startsWith("*"), !(written.length() > 1 && written.endsWith("*")));
    }

    /** Folded, without stars. */
    String text() {
        return Folding.of(written.substring(begins ? 0 : 1, written.length() - (ends ? 0 : 1)));
    }

    /** Whether it may stand at this place of a text in which it was found. */
    boolean fits(String folded, int start, int end) {
        return (!begins || Folding.edge(folded, start)) && (!ends || Folding.edge(folded, end));
    }
}
