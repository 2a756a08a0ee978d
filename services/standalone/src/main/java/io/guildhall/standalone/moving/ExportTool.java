package io.guildhall.standalone.moving;

import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.standalone.data.DataDirectoryInUseException;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * The command {@code export GUILD --data DIR --to FOLDER}, while no process uses the data directory. See docs/moving-in.md. Exit status: 0 when
 * everything is written, 1 when it is not, 64 for a command that is none.
 */
public final class ExportTool {
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream errors;

    ExportTool(Clock clock, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        System.exit(new ExportTool(Clock.systemUTC(), System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        boolean understood = arguments.length == 5
                && arguments[0].matches("[1-9][0-9]{0,18}")
                && arguments[1].equals("--data")
                && arguments[3].equals("--to");
        if (!understood) {
            errors.println("guildhall: export is");
            errors.println("  guildhall export GUILD --data DIR --to FOLDER");
            return ImportTool.USAGE;
        }
        try {
            return run(arguments[0], Path.of(arguments[2]), Path.of(arguments[4]));
        } catch (ExportException | DataDirectoryInUseException refused) {
            errors.println("guildhall: " + refused.getMessage());
        } catch (IOException | UncheckedIOException failure) {
            errors.println("guildhall: the export was broken off: " + failure.getMessage());
        }
        return ImportTool.FAILED;
    }

    private int run(String guild, Path directory, Path folder)
            throws IOException, ExportException, DataDirectoryInUseException {
        if (!Files.isDirectory(directory)) {
            throw new ExportException("there is no data directory " + directory);
        }
        long id;
        try {
            id = Long.parseLong(guild);
        } catch (NumberFormatException tooLarge) {
            throw new ExportException("there is no guild " + guild);
        }
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new ExportException(folder + " is not empty");
            }
        }
        try (DataDirectory data = DataDirectory.claim(directory);
                Store store = EmbeddedStore.open(EmbeddedStoreOptions.at(data.store()), clock, batches -> {})) {
            StoredRows rows = new StoredRows(store);
            ExportingMessages messages =
                    new ExportingMessages(rows, new DirectoryObjectStore(data.attachments()), folder, id);
            long written = new GuildExport(rows, folder, messages, out::println).run(id);
            out.println("%,d messages are in %s.".formatted(written, folder));
            return ImportTool.DONE;
        }
    }
}
