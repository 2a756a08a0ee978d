package io.guildhall.storage.flight;

/** What becomes of a caller that wants to read. */
enum Boarding {
    TAKES_OFF(""),
    WAITS(""),
    JOINED(""),
    FULL_PARTITION("Too many reads of this partition are under way; try again later."),
    FULL("Too many reads are under way; try again later."),
    FULL_FLIGHT("Too many callers wait for the same read; try again later."),
    FULL_OF_CALLERS("Too many callers wait for reads; try again later.");

    private final String sentence;

    Boarding(String sentence) {
        this.sentence = sentence;
    }

    /** What a caller is told that is turned away. */
    String sentence() {
        return sentence;
    }
}
