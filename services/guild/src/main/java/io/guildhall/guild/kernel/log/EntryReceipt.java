package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.Outcome;

/** What became of an entry that was offered. */
public enum EntryReceipt {
    /** It need not be offered again. */
    TAKEN,
    /** Not now, for a reason that will pass. */
    LATER,
    /** Not together with others; nothing is known of it alone. */
    ALONE,
    /** It was not handled, for a reason that may never pass. */
    BROKEN;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** Of a message to an actor. A target that refuses has had it: the target is gone, or what is asked of it makes no sense any more. */
    public static EntryReceipt of(Outcome outcome) {
        return switch (outcome.getResultCase()) {
            case SUCCESS -> TAKEN;
            case MOVED -> LATER;
            case FAILURE -> refused(outcome.getFailure().getStatus());
            case RESULT_NOT_SET -> BROKEN;
        };
    }

    private static EntryReceipt refused(int status) {
        if (status == UNAVAILABLE || status == TOO_MANY_REQUESTS) {
            return LATER;
        }
        return status >= INTERNAL_ERROR ? BROKEN : TAKEN;
    }
}
