package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.MessageIndex;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jboss.logging.Logger;

/**
 * Where an index lies on disk. Everything in it comes from elsewhere, so what can't be read is thrown away: each home's messages are
 * then read from the store when it is next searched.
 */
public record IndexDirectory(Path path) {
    private static final Logger LOG = Logger.getLogger(IndexDirectory.class);

    /** Of what is on disk. Another one means that fields or the analysis changed and everything is to be indexed anew. */
    private static final String FORMAT = "format-1";

    /** What a check found. */
    public sealed interface State {
        /** There is no index yet. */
        record None() implements State {}

        record Whole(long messages) implements State {}

        /** It can't be used, or not all of it. */
        record Broken(String why) implements State {}
    }

    /** Opens the index, or begins one. One process at a time. */
    public MessageIndex open() {
        try {
            removeOtherFormats();
            Files.createDirectories(current());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try {
            return LuceneIndex.open(current());
        } catch (UncheckedIOException | IllegalArgumentException failure) {
            if (!isBroken(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "The index in %s can't be read and is made anew", path);
            remove();
            return LuceneIndex.open(current());
        }
    }

    /** Removes the index; no process may use it. */
    public void remove() {
        try {
            remove(current());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads all of the index; no process may use it. */
    public State check() {
        if (!Files.isDirectory(current())) {
            return new State.None();
        }
        try (Directory directory = new NIOFSDirectory(current());
                CheckIndex check = new CheckIndex(directory)) {
            if (!DirectoryReader.indexExists(directory)) {
                return new State.None();
            }
            CheckIndex.Status found = check.checkIndex();
            return found.clean
                    ? new State.Whole(messages(directory))
                    : new State.Broken(found.totLoseDocCount + " documents in " + found.numBadSegments + " segments");
        } catch (IOException | IllegalArgumentException failure) {
            return new State.Broken(failure.toString());
        }
    }

    private static long messages(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return new IndexSearcher(reader).count(Questions.word(Field.STATE, Field.MESSAGE));
        }
    }

    private Path current() {
        return path.resolve(FORMAT);
    }

    private void removeOtherFormats() throws IOException {
        if (Files.isDirectory(path)) {
            for (Path other : list(path)) {
                if (!other.equals(current())) {
                    LOG.infof("The index in %s is of another format; a new one is made", other);
                    remove(other);
                }
            }
        }
    }

    /** False for what another process or a full disk may be the reason of. */
    private static boolean isBroken(RuntimeException failure) {
        return failure instanceof IllegalArgumentException
                || failure.getCause() instanceof CorruptIndexException
                || failure.getCause() instanceof IndexFormatTooOldException
                || failure.getCause() instanceof IndexFormatTooNewException
                || failure.getCause() instanceof IndexNotFoundException
                || failure.getCause() instanceof EOFException
                || failure.getCause() instanceof FileNotFoundException
                || failure.getCause() instanceof NoSuchFileException;
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
