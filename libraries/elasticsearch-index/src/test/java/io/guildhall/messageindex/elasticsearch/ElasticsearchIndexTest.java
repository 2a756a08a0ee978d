package io.guildhall.messageindex.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.contract.MessageIndexContract;
import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.testing.backend.LocalBackend;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The index in a real Elasticsearch. */
class ElasticsearchIndexTest extends MessageIndexContract {
    private static final Message MESSAGE = message(7);

    private static Cell cell;

    private final String name = "messages-" + UUID.randomUUID();

    @BeforeAll
    static void connect() {
        cell = new Cell(URI.create("http://" + LocalBackend.shared(LocalBackend.Kind.ELASTICSEARCH)));
    }

    @AfterAll
    static void disconnect() {
        if (cell != null) {
            cell.close();
        }
    }

    /** An index for each test, in the one node. */
    @AfterEach
    void remove() {
        cell.call("DELETE", "/" + name, null);
    }

    @Test
    void whatADeletionLeftBehindForAMomentKeepsNothingOut() {
        ElasticsearchIndex index = open();
        MessageDocument message = Documents.of(5, MESSAGE);
        index.apply(List.of(new Change.Put(message, new Version(3, 8))));
        // As by a query, but without the refresh after which the cell forgets the version.
        cell.call("DELETE", "/" + name + "/_doc/" + DocumentKeys.message(message.id()), null);

        index.apply(List.of(new Change.Put(message, Version.STORED)));

        assertThat(index.count(Set.of(5L))).isEqualTo(1);
    }

    @Test
    void anIndexThatTheCellHasLostIsNotMadeByAWrite() {
        ElasticsearchIndex index = open();
        cell.call("DELETE", "/" + name, null);

        assertThatThrownBy(() -> index.apply(List.of(new Change.Remove(1, new Version(1, 1)))))
                .isInstanceOf(IndexGoneException.class);
        assertThat(cell.has("/" + name)).isFalse();
        open();
    }

    @Test
    void aHomeIsCompleteInTheGenerationThatWasSaid() {
        ElasticsearchIndex index = open();
        index.remember(5, 9);
        index.complete(5, 3);

        assertThat(index.states(Set.of(5L, 6L))).isEqualTo(Map.of(5L, new HomeState(9, 3), 6L, new HomeState(0, 0)));
        index.begin(5);
        assertThat(index.states(Set.of(5L))).isEqualTo(Map.of(5L, new HomeState(9, 0)));
    }

    /** A guild's messages are more than one request deletes. */
    @Test
    void aHomeIsForgottenHoweverLargeItIs() {
        ElasticsearchIndex index = open();
        List<Change> changes = LongStream.rangeClosed(1, ElasticsearchIndex.AT_ONCE + 1)
                .<Change>mapToObj(id -> new Change.Put(Documents.of(5, message(id)), Version.STORED))
                .toList();
        index.apply(changes);
        assertThat(index.count(Set.of(5L))).isEqualTo(changes.size());

        index.begin(5);

        assertThat(index.count(Set.of(5L))).isZero();
    }

    @Test
    void anIndexThatWasRemovedIsMadeAnewByWhoOpensIt() {
        ElasticsearchIndex index = open();
        index.complete(5, 3);
        index.remove();

        assertThat(cell.has("/" + name)).isFalse();
        assertThat(open().states(Set.of(5L))).isEqualTo(Map.of(5L, new HomeState(0, 0)));
    }

    @Override
    protected MessageIndex empty() {
        return open();
    }

    @Override
    protected MessageIndex reopened(MessageIndex dead) {
        return open();
    }

    private ElasticsearchIndex open() {
        return new ElasticsearchIndex(cell, name, size());
    }

    private static Message message(long id) {
        return Json.read("""
            {"id":"%d","channel_id":"6","type":0,"author":{"id":"9"},"content":"hello","mentions":[],"mention_roles":[],
            "attachments":[],"embeds":[],"components":[]}
            """.formatted(id), Message.class);
    }

    IndexSize size() {
        return IndexSize.whole(0);
    }
}
