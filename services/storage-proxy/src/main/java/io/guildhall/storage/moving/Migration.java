package io.guildhall.storage.moving;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Moves everything from one store to another: copies, from where it was interrupted if it was; compares; brings rows that
 * differ to what the source has, and compares those again.
 */
public final class Migration {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Options options;
    private final Source source;
    private final Target target;
    private final Clock clock;
    private final Consumer<String> lines;
    private final Retries retries;

    /**
     * How to move.
     *
     * @param from names the source, so that a checkpoint is not used for another
     * @param to names the target
     * @param workers how many ranges are copied or compared at a time
     * @param rowsPerSecond at most; 0 for as many as possible
     * @param checkpoint where the state of the copy is kept
     */
    public record Options(String from, String to, int workers, long rowsPerSecond, Path checkpoint) {}

    /** @param lines is told how it goes */
    public Migration(Options options, Source source, Target target, Clock clock, Consumer<String> lines) {
        this.options = options;
        this.source = source;
        this.target = target;
        this.clock = clock;
        this.lines = lines;
        this.retries = new Retries(PATIENCE, lines);
    }

    /**
     * Copies whatever is not copied yet.
     *
     * @throws RefusedException when the checkpoint is of another move
     * @throws io.guildhall.storage.store.StoreException when a store fails for good; doing it again goes on from there
     */
    public void copy() throws RefusedException, InterruptedException {
        Checkpoint checkpoint = checkpoint();
        if (checkpoint.isDone()) {
            lines.accept("Everything was copied before; " + options.checkpoint() + " says so.");
            return;
        }
        Progress progress = new Progress(checkpoint.tasks(), rowsInAll(), lines);
        Pace pace = new Pace(options.rowsPerSecond());
        new Copy(source.scanner(), target.importer(), checkpoint, pace, retries, progress).run(options.workers());
        lines.accept(progress.line());
    }

    /** Compares everything and changes nothing. */
    public List<TableReport> verify() throws InterruptedException {
        return verification().run();
    }

    /** Compares everything, mends what differs, and tells what differs still. */
    public List<TableReport> verifyAndRepair() throws InterruptedException {
        Verification verification = verification();
        List<TableReport> reports = verification.run();
        long different = reports.stream()
                .mapToLong(report -> report.differences().size())
                .sum();
        if (different > 0) {
            lines.accept("Bringing " + different + " rows to what the source has");
            Repair repair = new Repair(source, target, retries);
            for (TableReport report : reports) {
                Crew.<List<Value>>work(options.workers(), report.open(), key -> repair.repair(report.table(), key));
            }
            verification.lookAgain(reports);
        }
        return reports;
    }

    private Verification verification() {
        return new Verification(source, target, retries, clock, options.workers(), lines);
    }

    private Checkpoint checkpoint() throws RefusedException {
        Optional<Checkpoint> found;
        try {
            found = Checkpoint.load(options.checkpoint());
        } catch (IllegalArgumentException unusable) {
            throw new RefusedException(
                    unusable.getMessage() + " Delete it to begin again, or choose another with --checkpoint.",
                    unusable);
        }
        if (found.isPresent()) {
            Checkpoint.Plan plan = found.get().plan();
            if (!plan.from().equals(options.from()) || !plan.to().equals(options.to())) {
                throw new RefusedException("The checkpoint " + options.checkpoint() + " is of the move from "
                        + plan.from() + " to " + plan.to() + ". Choose another with --checkpoint.");
            }
            if (source.isLive() || source.time() == plan.time()) {
                return found.get();
            }
            lines.accept("The source was written to since it was copied: beginning again.");
        }
        Checkpoint.Plan plan = new Checkpoint.Plan(options.from(), options.to(), source.time());
        return Checkpoint.begin(options.checkpoint(), plan, Copy.plan(source.scanner(), options.workers()));
    }

    private OptionalLong rowsInAll() {
        long rows = 0;
        for (Table table : Catalogue.TABLES) {
            OptionalLong more = source.rows(table);
            if (more.isEmpty()) {
                return OptionalLong.empty();
            }
            rows += more.getAsLong();
        }
        return OptionalLong.of(rows);
    }
}
