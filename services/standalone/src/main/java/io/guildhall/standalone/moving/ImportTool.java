package io.guildhall.standalone.moving;

import io.guildhall.api.upload.FileDescriptions;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.Snowflake;
import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.objects.ObjectStore;
import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.standalone.data.DataDirectoryInUseException;
import io.guildhall.standalone.data.Secret;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code import discord-export FOLDER --data DIR --owner USERNAME}, while no process uses the data directory. See docs/moving-in.md. Exit
 * status: 0 when the guild is there, 1 when it is not, 64 for a command that is none.
 */
public final class ImportTool {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream errors;

    ImportTool(Clock clock, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        System.exit(new ImportTool(Clock.systemUTC(), System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        Optional<ImportOptions> options = ImportOptions.parse(List.of(arguments));
        if (options.isEmpty()) {
            errors.println("guildhall: import is");
            errors.println("  guildhall import discord-export FOLDER --data DIR --owner USERNAME [--cdn URL]");
            return USAGE;
        }
        try {
            return run(options.get());
        } catch (ExportException | DataDirectoryInUseException refused) {
            errors.println("guildhall: " + refused.getMessage());
        } catch (IOException | UncheckedIOException failure) {
            errors.println("guildhall: the import was broken off: " + failure.getMessage()
                    + ". The same command goes on where it ended.");
        }
        return FAILED;
    }

    private int run(ImportOptions options) throws IOException, ExportException, DataDirectoryInUseException {
        if (!Files.isDirectory(options.folder())) {
            throw new ExportException("there is no folder " + options.folder());
        }
        if (!Files.isDirectory(options.data())) {
            throw new ExportException("there is no data directory " + options.data());
        }
        Path folder = options.folder().toRealPath();
        try (DataDirectory data = DataDirectory.claim(options.data());
                Store store = EmbeddedStore.open(EmbeddedStoreOptions.at(data.store()), clock, batches -> {})) {
            ObjectStore objects = new DirectoryObjectStore(data.attachments());
            AttachmentLinks links = new AttachmentLinks(data.secret(Secret.CLUSTER), clock);
            AttachedFiles files = new AttachedFiles(
                    folder, objects, new FileDescriptions(objects, options::cdn, links), new Ids(clock.millis()));
            return report(new GuildImport(store, data.root().resolve("imports"), clock, out::println)
                    .run(ExportFile.in(folder), options.owner(), files));
        }
    }

    private int report(Optional<GuildImport.Outcome> outcome) {
        if (outcome.isEmpty()) {
            out.println("The guild of this export is there already; nothing was changed.");
            return DONE;
        }
        GuildImport.Outcome done = outcome.get();
        out.println("Guild %s is there with %,d messages and %,d files."
                .formatted(Snowflake.format(done.guildId()), done.messages(), done.files()));
        if (done.skipped() > 0) {
            out.println("%,d messages without an id or an author were left out.".formatted(done.skipped()));
        }
        if (done.missing() > 0) {
            out.println("%,d files are not in the folder, and their messages lack them.".formatted(done.missing()));
        }
        out.println("An export says nothing of permissions: every channel shows to every member. Set them before you"
                + " invite anybody.");
        return DONE;
    }
}
