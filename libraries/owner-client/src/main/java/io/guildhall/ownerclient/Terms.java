package io.guildhall.ownerclient;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How hard an owner is asked.
 *
 * @param patience how long after the first attempt another one may begin
 * @param harmless true when the command may be done twice, so that it is sent again when nobody knows whether it was done
 * @param wanted asked before each further attempt; when it says no, the last answer is the answer
 */
public record Terms(Duration patience, boolean harmless, BooleanSupplier wanted) {
    /** For what must not be done twice: it is sent again only when nothing of it was done. */
    public static Terms once(Duration patience) {
        return new Terms(patience, false, () -> true);
    }

    /** For reads, and for what is the same when it is done twice. */
    public static Terms harmless(Duration patience) {
        return new Terms(patience, true, () -> true);
    }

    public Terms whileWanted(BooleanSupplier asked) {
        return new Terms(patience, harmless, asked);
    }
}
