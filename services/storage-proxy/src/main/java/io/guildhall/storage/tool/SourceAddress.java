package io.guildhall.storage.tool;

import io.guildhall.storage.cassandra.CassandraTarget;
import java.nio.file.Path;

/** Where a move begins. */
sealed interface SourceAddress {
    String EMBEDDED = "embedded:";

    /** The address as a person writes it. */
    String text();

    /** A data directory of one process, or of a storage proxy. */
    record Directory(Path path) implements SourceAddress {
        @Override
        public String text() {
            return EMBEDDED + path;
        }
    }

    /** A keyspace of a cluster. */
    record Cluster(CassandraTarget target) implements SourceAddress {
        @Override
        public String text() {
            return target.text();
        }
    }

    static SourceAddress parse(String text) throws UsageException {
        return text.startsWith(EMBEDDED)
                ? new Directory(Path.of(text.substring(EMBEDDED.length()))
                        .toAbsolutePath()
                        .normalize())
                : new Cluster(MigrateOptions.cluster(text));
    }
}
