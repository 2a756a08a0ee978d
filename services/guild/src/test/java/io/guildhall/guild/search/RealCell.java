package io.guildhall.guild.search;

import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.elasticsearch.Cell;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.testing.backend.LocalBackend;
import java.net.URI;
import java.util.UUID;

/** The Elasticsearch that all tests of this process share, with a new index for each. */
final class RealCell implements AutoCloseable {
    private final Cell cell = new Cell(URI.create("http://" + LocalBackend.shared(LocalBackend.Kind.ELASTICSEARCH)));
    private final ElasticsearchIndex index = new ElasticsearchIndex(cell, "messages-" + UUID.randomUUID(), 0);

    MessageIndex index() {
        return index;
    }

    @Override
    public void close() {
        index.remove();
        cell.close();
    }
}
