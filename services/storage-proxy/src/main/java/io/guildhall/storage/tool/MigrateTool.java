package io.guildhall.storage.tool;

import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.moving.Migration;
import io.guildhall.storage.moving.NotDualWrittenException;
import io.guildhall.storage.moving.RefusedException;
import io.guildhall.storage.moving.Source;
import io.guildhall.storage.moving.TableReport;
import io.guildhall.storage.moving.Target;
import io.guildhall.storage.store.StoreException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The command {@code migrate}: moves everything from one store to a cluster, while the old one serves or not. See docs/moving-up.md
 * for how to use it.
 */
public final class MigrateTool {
    private final Clock clock;
    private final UnaryOperator<String> environment;
    private final PrintStream out;
    private final PrintStream errors;

    MigrateTool(Clock clock, UnaryOperator<String> environment, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.environment = environment;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        ExitStatus status = new MigrateTool(Clock.systemUTC(), System::getenv, System.out, System.err).run(arguments);
        System.exit(status.code());
    }

    ExitStatus run(String[] arguments) {
        try {
            return migrate(MigrateOptions.parse(arguments));
        } catch (UsageException usage) {
            errors.println("guildhall: migrate: " + usage.getMessage());
            errors.println(MigrateOptions.USAGE);
            return ExitStatus.USAGE;
        } catch (RefusedException | NotDualWrittenException refused) {
            return fail(refused, ExitStatus.REFUSED);
        } catch (StoreException failure) {
            return fail(failure, status(failure.reason()));
        } catch (UncheckedIOException failure) {
            return fail(failure, ExitStatus.FAILED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return fail(interrupted, ExitStatus.FAILED);
        }
    }

    private ExitStatus migrate(MigrateOptions options) throws RefusedException, InterruptedException {
        Ends ends = new Ends(clock, environment, out::println);
        try (CassandraStore cluster = ends.target(options.to(), !options.verifyOnly());
                CheckpointLock lock = CheckpointLock.take(options.checkpoint());
                Source source = ends.source(options)) {
            Migration migration = new Migration(
                    new Migration.Options(
                            options.from().text(),
                            options.to().text(),
                            options.workers(),
                            options.rowsPerSecond(),
                            options.checkpoint()),
                    source,
                    new Target(cluster, cluster, cluster),
                    clock,
                    out::println);
            if (options.verifyOnly()) {
                return report(migration.verify());
            }
            migration.copy();
            return report(migration.verifyAndRepair());
        }
    }

    private ExitStatus report(List<TableReport> reports) {
        long rows = 0;
        long fleeting = 0;
        long busy = 0;
        long different = 0;
        boolean complete = true;
        for (TableReport report : reports) {
            rows += report.source().count();
            busy += report.busy().size();
            fleeting += report.sourceFleeting();
            different += report.differences().size();
            complete &= report.complete();
            if (!report.isSame()) {
                errors.println("guildhall: " + report.table().name() + ": "
                        + report.differences().size() + (report.complete() ? "" : " or more")
                        + " rows differ, the first is " + first(report));
            }
        }
        if (busy > 0) {
            out.println(busy + " rows are written to so often that they had changed whenever they were compared.");
        }
        if (different == 0 && complete) {
            out.println(String.format(
                    Locale.ROOT,
                    "The target holds what the source holds: %,d rows%s.",
                    rows,
                    fleeting == 0 ? "" : String.format(Locale.ROOT, ", and %,d that are about to expire", fleeting)));
            return ExitStatus.DONE;
        }
        errors.println(
                complete
                        ? "guildhall: the target is not the same as the source."
                        : "guildhall: the target is not the same as the source in very many rows. Delete the"
                                + " checkpoint and migrate again.");
        return ExitStatus.DIFFERENT;
    }

    /** Only what it is keyed by: contents do not belong in a log. */
    private static String first(TableReport report) {
        return report.differences().isEmpty()
                ? "not known"
                : report.differences().getFirst().toString().replaceAll("\\s+", " ");
    }

    private ExitStatus fail(Throwable failure, ExitStatus status) {
        errors.println("guildhall: " + failure.getMessage());
        return status;
    }

    private static ExitStatus status(StoreException.Reason reason) {
        return switch (reason) {
            case OVERLOADED, CLOSED, FENCED, UNAVAILABLE, TIMED_OUT -> ExitStatus.UNREACHABLE;
            case FAILED -> ExitStatus.FAILED;
        };
    }
}
