package io.guildhall.messageindex.elasticsearch;

import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.contract.MessageIndexContract;
import io.guildhall.testing.backend.LocalBackend;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The index in a real Elasticsearch. */
class ElasticsearchIndexTest extends MessageIndexContract {
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

    @Override
    protected MessageIndex empty() {
        return new ElasticsearchIndex(cell, name, 0);
    }

    @Override
    protected MessageIndex reopened(MessageIndex dead) {
        return new ElasticsearchIndex(cell, name, 0);
    }
}
