package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageIndexContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The embedded index on disk. */
class LuceneIndexTest extends MessageIndexContract {
    @TempDir
    private Path directory;

    @TempDir
    private Path left;

    @Override
    protected MessageIndex empty() {
        return LuceneIndex.open(directory);
    }

    /** What a process that was killed leaves: its files as they lie there, nothing closed. */
    @Override
    protected MessageIndex reopened(MessageIndex dead) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        dead.close();
        return LuceneIndex.open(left);
    }
}
