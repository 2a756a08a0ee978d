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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The index in a real Elasticsearch. */
class ElasticsearchIndexTest extends MessageIndexContract {
    private static final Message MESSAGE = Json.read("""
        {"id":"7","channel_id":"6","type":0,"author":{"id":"9"},"content":"hello","mentions":[],"mention_roles":[],
        "attachments":[],"embeds":[],"components":[]}
        """, Message.class);

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
        ElasticsearchIndex index = new ElasticsearchIndex(cell, name, 0);
        MessageDocument message = Documents.of(5, MESSAGE);
        index.apply(List.of(new Change.Put(message, new Version(3, 8))));
        // As by a query, but without the refresh after which the cell forgets the version.
        cell.call("DELETE", "/" + name + "/_doc/" + DocumentKeys.message(message.id()), null);

        index.apply(List.of(new Change.Put(message, Version.STORED)));

        assertThat(index.count(Set.of(5L))).isEqualTo(1);
    }

    @Test
    void anIndexThatTheCellHasLostIsNotMadeByAWrite() {
        ElasticsearchIndex index = new ElasticsearchIndex(cell, name, 0);
        cell.call("DELETE", "/" + name, null);

        assertThatThrownBy(() -> index.apply(List.of(new Change.Remove(1, new Version(1, 1)))))
                .isInstanceOf(IndexGoneException.class);
        assertThat(cell.has("/" + name)).isFalse();
        new ElasticsearchIndex(cell, name, 0);
    }

    @Test
    void aHomeIsCompleteInTheGenerationThatWasSaid() {
        ElasticsearchIndex index = new ElasticsearchIndex(cell, name, 0);
        index.remember(5, 9);
        index.complete(5, 3);

        assertThat(index.states(Set.of(5L, 6L))).isEqualTo(Map.of(5L, new HomeState(9, 3), 6L, new HomeState(0, 0)));
        index.begin(5);
        assertThat(index.states(Set.of(5L))).isEqualTo(Map.of(5L, new HomeState(9, 0)));
    }

    @Override
    protected MessageIndex empty() {
        return new ElasticsearchIndex(cell, name, 0);
    }

    @Override
    protected MessageIndex reopened(MessageIndex dead) {
        return new ElasticsearchIndex(cell, name, 0);
    }
}
