package io.guildhall.standalone.search;

import io.guildhall.messageindex.lucene.IndexDirectory;
import io.guildhall.messageindex.lucene.IndexDirectory.State;
import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.standalone.data.DataDirectoryInUseException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The commands {@code search check --data DIR} and {@code search reindex --data DIR}, while no process uses the directory. Exit status:
 * 0 when all is well, 1 when it is not, 64 for a command that is none.
 */
public final class SearchTool {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;

    private final PrintStream out;
    private final PrintStream errors;

    SearchTool(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        System.exit(new SearchTool(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        boolean understood = arguments.length == 3
                && (arguments[0].equals("check") || arguments[0].equals("reindex"))
                && arguments[1].equals("--data");
        if (!understood) {
            errors.println("guildhall: search is one of");
            errors.println("  guildhall search check --data DIR");
            errors.println("  guildhall search reindex --data DIR");
            return USAGE;
        }
        Path path = Path.of(arguments[2]);
        if (!Files.isDirectory(path)) {
            errors.println("guildhall: there is no data directory " + path);
            return FAILED;
        }
        try (DataDirectory data = DataDirectory.claim(path)) {
            IndexDirectory index = new IndexDirectory(data.search());
            return arguments[0].equals("check") ? check(index) : reindex(index);
        } catch (DataDirectoryInUseException inUse) {
            errors.println("guildhall: " + inUse.getMessage());
        } catch (IOException | UncheckedIOException failure) {
            errors.println("guildhall: the index can't be used: " + failure.getMessage());
        }
        return FAILED;
    }

    private int check(IndexDirectory index) {
        return switch (index.check()) {
            case State.None() -> {
                out.println("There is no index yet. Each guild's messages are indexed when it is first searched.");
                yield DONE;
            }
            case State.Whole(long messages) -> {
                out.println("The index is whole: " + messages + " messages.");
                yield DONE;
            }
            case State.Broken(String why) -> {
                errors.println("guildhall: the index is broken: " + why + ". guildhall search reindex makes it anew.");
                yield FAILED;
            }
        };
    }

    private int reindex(IndexDirectory index) {
        index.remove();
        out.println("The index is removed. Each guild's messages are indexed anew when it is next searched.");
        return DONE;
    }
}
