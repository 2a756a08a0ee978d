package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.SchemaLocks;
import io.guildhall.storage.cassandra.Tables;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The schema of one keyspace, held against the catalogue. Everything here blocks. */
public final class ClusterSchema {
    private static final Logger LOG = Logger.getLogger(ClusterSchema.class);

    /** How long a cluster may take to get over what it cannot do at this moment: a node that dies, or has just come back. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CqlSession session;
    private final String keyspace;
    private final Optional<Replication> replication;
    private final List<Table> tables;

    /** @param replication for a keyspace that is not there yet; empty: {@link Replication#usual} */
    public ClusterSchema(CqlSession session, String keyspace, Optional<Replication> replication) {
        this(session, keyspace, replication, Tables.all());
    }

    /** Of some tables only, for keyspaces that no service works on. */
    public ClusterSchema(CqlSession session, String keyspace, Optional<Replication> replication, List<Table> tables) {
        this.session = session;
        this.keyspace = keyspace;
        this.replication = replication;
        this.tables = List.copyOf(tables);
    }

    public SchemaDiff diff() {
        return diff(SchemaNode.choose(session, 0));
    }

    /**
     * Adds what is missing. Any number of processes may do so at the same time: one works, the others find it done. What a node
     * cannot do at this moment goes on through the next, from what is there by then.
     *
     * @param progress gets each statement before it runs, again when it has to be repeated
     * @throws StoreException FAILED with sentences for the operator when the keyspace has something that cannot be changed; then
     *     nothing is. UNAVAILABLE when the cluster does not do it for two minutes; then some of it may have been
     */
    public void apply(Consumer<String> progress) {
        String holder = UUID.randomUUID().toString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int turn = 0; !tryApply(turn, holder, progress, System.nanoTime() < end); turn++) {
            SchemaNode.pause();
        }
    }

    /** False when it is worth another try. */
    private boolean tryApply(int turn, String holder, Consumer<String> progress, boolean again) {
        try {
            apply(SchemaNode.choose(session, turn), holder, progress);
            return true;
        } catch (StoreException failure) {
            if (!again || failure.reason() != StoreException.Reason.UNAVAILABLE) {
                throw failure;
            }
            LOG.warnf("Trying again: %s", failure.getMessage());
            return false;
        }
    }

    private void apply(SchemaNode node, String holder, Consumer<String> progress) {
        SchemaDiff first = diff(node);
        refuse(first);
        if (first.statements().isEmpty()) {
            return;
        }
        // The driver would look at the whole schema again after each statement; once at the end is enough.
        session.setSchemaMetadataEnabled(false);
        try {
            change(node, holder, progress);
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private void change(SchemaNode node, String holder, Consumer<String> progress) {
        if (!LiveSchema.read(node, keyspace).exists()) {
            node.execute(SchemaDiff.createKeyspace(keyspace, replication()));
        }
        node.execute(TableDdl.create(keyspace, SchemaLocks.TABLE));
        try (SchemaLock lock = SchemaLock.acquire(node, keyspace, holder)) {
            SchemaDiff present = diff(node);
            refuse(present);
            for (String statement : present.statements()) {
                lock.keep();
                progress.accept(statement);
                node.execute(statement);
                // Every other node sends one that falls behind the whole schema, for each change, and what it has no
                // time to take it is not sent again.
                node.awaitAgreement();
            }
        }
    }

    /** @throws StoreException FAILED with sentences for the operator when anything is missing or different */
    public void check() {
        SchemaDiff diff = diff();
        refuse(diff);
        if (!diff.statements().isEmpty()) {
            throw new StoreException(
                    StoreException.Reason.FAILED,
                    "The schema of keyspace " + keyspace + " is not that of this version: "
                            + diff.statements().size() + " statements are missing. Run: ./guildhall schema apply");
        }
    }

    private SchemaDiff diff(SchemaNode node) {
        return SchemaDiff.of(keyspace, replication(), LiveSchema.read(node, keyspace), tables);
    }

    private Replication replication() {
        return replication.orElseGet(() -> Replication.usual(session));
    }

    private static void refuse(SchemaDiff diff) {
        if (!diff.refusals().isEmpty()) {
            throw new StoreException(StoreException.Reason.FAILED, String.join("\n", diff.refusals()));
        }
    }
}
