package io.guildhall.orchestration.commandline;

/** A command can't be carried out; the message tells a person why, in one line or some, and is all that is printed of it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a command that was called has told the person already. */
    public static Refusal told() {
        return new Refusal("");
    }

    /** The same, and what it means for more. */
    public Refusal followedBy(String consequence) {
        return new Refusal(isTold() ? consequence : getMessage() + "\nguildhall: " + consequence, this);
    }

    /** Whether there is nothing to add to what was printed. */
    public boolean isTold() {
        return getMessage().isEmpty();
    }
}
