package io.guildhall.storage.tool;

import io.guildhall.storage.backup.Backup;
import io.guildhall.storage.backup.BackupException;
import io.guildhall.storage.backup.Restore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The commands {@code backup --data DIR --to BACKUP} and {@code restore --from BACKUP --data DIR}. */
public final class BackupTool {
    private static final String DATA = "--data";
    private static final String TO = "--to";
    private static final String FROM = "--from";

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream errors;

    BackupTool(Clock clock, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        ExitStatus status = new BackupTool(Clock.systemUTC(), System.out, System.err).run(arguments);
        System.exit(status.code());
    }

    ExitStatus run(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] options = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        try {
            switch (command) {
                case "backup" -> backup(Arguments.parse(options, Set.of(DATA, TO), Set.of()));
                case "restore" -> restore(Arguments.parse(options, Set.of(DATA, FROM), Set.of()));
                default -> throw new UsageException("either backup or restore");
            }
            return ExitStatus.DONE;
        } catch (UsageException usage) {
            errors.println("guildhall: " + command + ": " + usage.getMessage());
            errors.println("  guildhall backup --data DIR --to BACKUP");
            errors.println("  guildhall restore --from BACKUP --data DIR");
            return ExitStatus.USAGE;
        } catch (BackupException failure) {
            errors.println("guildhall: " + failure.getMessage());
            return ExitStatus.FAILED;
        }
    }

    private void backup(Arguments options) throws UsageException, BackupException {
        Path from = Path.of(options.required(DATA));
        Path to = Path.of(options.required(TO));
        Backup.Summary summary = new Backup(clock).take(from, to);
        out.println("The backup " + to + " is whole: " + describe(summary) + ".");
    }

    private void restore(Arguments options) throws UsageException, BackupException {
        Path from = Path.of(options.required(FROM));
        Path to = Path.of(options.required(DATA));
        Backup.Summary summary = Restore.restore(from, to);
        out.println(to + " is restored from " + from + ": " + describe(summary) + ".");
    }

    private static String describe(Backup.Summary summary) {
        return String.format(
                Locale.ROOT,
                "%,d rows and %,d other files, %.1f MB",
                summary.rows(),
                summary.otherFiles(),
                summary.bytes() / 1e6);
    }
}
