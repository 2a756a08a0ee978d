package io.guildhall.push.shedding;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The policy unless another one is given. The first row that finds something decides:
 *
 * <table>
 * <caption>What goes when there is no room</caption>
 * <tr><th>Step</th><th>What goes</th><th>Counted as</th></tr>
 * <tr><td>STALE</td><td>what nobody needs any more</td><td>{@link DropReason#STALE}</td></tr>
 * <tr><td>CROWDED</td><td>of a conversation all but one, which stands for the others</td><td>{@link DropReason#COLLAPSED}</td></tr>
 * <tr><td>LEAST</td><td>the oldest of the least important class</td><td>{@link DropReason#NO_ROOM}</td></tr>
 * </table>
 *
 * So nobody's mention goes by the last step while any message of a channel waits. Of one class the oldest goes, since people look for
 * what is new.
 */
public final class DefaultShedding implements SheddingPolicy {
    private enum Step {
        STALE((waiting, now) -> waiting.expired(now).map(notification -> new Shed.One(notification, DropReason.STALE))),
        CROWDED((waiting, now) -> waiting.crowded().map(Shed.Collapse::new)),
        LEAST((waiting, now) -> Optional.of(new Shed.One(waiting.leastImportant(), DropReason.NO_ROOM)));

        private final BiFunction<Waiting, Instant, Optional<? extends Shed>> find;

        Step(BiFunction<Waiting, Instant, Optional<? extends Shed>> find) {
            this.find = find;
        }
    }

    @Override
    public Shed next(Waiting waiting, Instant now) {
        for (Step step : Step.values()) {
            Optional<? extends Shed> found = step.find.apply(waiting, now);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("nothing waits");
    }
}
