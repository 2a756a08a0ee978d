package io.guildhall.observability.fact;

import io.guildhall.model.rpc.Fact;
import io.guildhall.observability.process.Guard;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads what facts say, for whoever takes them. One that can't be read, as of a reason that only a later version knows, is left out, logged and counted,
 * and so holds up none that follows it: to fail would have it brought again for ever.
 */
public final class ReadFacts {
    private static final Logger LOG = Logger.getLogger(ReadFacts.class);

    private final Runnable leftOut;

    /** @param leftOut counts */
    public ReadFacts(Runnable leftOut) {
        this.leftOut = leftOut;
    }

    /** Empty when it can't be read: that does not change however often it is tried. */
    public <T> Optional<T> read(Fact fact, Function<Fact, T> reading) {
        try {
            return Optional.of(reading.apply(fact));
        } catch (Throwable broken) {
            Guard.PROCESS.check(broken);
            LOG.errorf(broken, "A fact of the topic %s that nobody can read is left out", fact.getTopic());
            leftOut.run();
            return Optional.empty();
        }
    }
}
