package io.guildhall.messageindex.lucene;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.contract.MessageIndexContract;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Words;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void aSearchThatTakesTooLongIsEndedAndNotAnsweredInPart() throws IOException {
        try (MessageIndex hurried = LuceneIndex.open(left, Duration.ofNanos(-1))) {
            hurried.apply(List.of(new Change.Put(Documents.of(1, Json.read("""
                            {"id": "5", "channel_id": "2", "type": 0, "author": {"id": "3", "username": "ann"}, "content": "word",
                             "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": []}
                            """, Message.class)), new Version(1, 1))));
            SearchQuery query = SearchQuery.everything(Place.of(1, Set.of(2L))).with(Words.of("word"));

            assertThatThrownBy(() -> hurried.search(query)).isInstanceOf(SearchTooLongException.class);
        }
    }
}
