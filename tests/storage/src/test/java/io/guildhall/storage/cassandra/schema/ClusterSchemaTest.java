package io.guildhall.storage.cassandra.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.cassandra.Cql;
import io.guildhall.storage.cassandra.Tables;
import io.guildhall.storage.cassandra.TestKeyspace;
import io.guildhall.storage.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClusterSchemaTest {
    private static final int APPLIERS = 12;

    private static TestKeyspace keyspace;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.own(ClusterSchemaTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @Test
    void applyingAgainRunsNothing() {
        List<String> statements = new ArrayList<>();
        schema().apply(statements::add);

        assertThat(statements).isEmpty();
        assertThat(schema().diff().isEmpty()).isTrue();
        schema().check();
    }

    @Test
    void aMissingColumnIsAdded() {
        execute("ALTER TABLE %s.messages DROP poll");
        assertThatThrownBy(() -> schema().check()).hasMessageContaining("./guildhall schema apply");

        assertThat(schema().diff().statements())
                .containsExactly("ALTER TABLE %s.\"messages\" ADD \"poll\" text".formatted(name()));
        schema().apply(statement -> {});
        schema().check();
    }

    @Test
    void aMissingTableIsMade() {
        execute("DROP TABLE %s.usernames");

        schema().apply(statement -> {});
        schema().check();
        assertThat(id(Usernames.TABLE)).isEqualTo(TableDdl.id(name(), Usernames.TABLE));
    }

    @Test
    void optionsThatDifferAreChanged() {
        execute("ALTER TABLE %s.audit_entries WITH default_time_to_live = 7 AND compaction = "
                + "{'class': 'LeveledCompactionStrategy'}");

        assertThat(schema().diff().statements()).hasSize(1);
        schema().apply(statement -> {});
        schema().check();
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsReportedAndLeft() {
        execute("ALTER TABLE %s.pins ADD colour text");
        execute("CREATE TABLE %s.drafts (id bigint PRIMARY KEY)");

        SchemaDiff diff = schema().diff();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.notes())
                .contains(
                        "Column pins.colour is not in the catalogue; it is left as it is.",
                        "Table drafts is not in the catalogue; it is left as it is.");
    }

    @Test
    void aTypeOrAKeyThatDiffersIsRefusedWithASentenceAndNothingIsDone() {
        String other = name() + "_old";
        session()
                .execute("CREATE KEYSPACE " + other
                        + " WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
        keyspace.execute("CREATE TABLE " + other + ".pins (channel_id bigint PRIMARY KEY, pinned_by text)");
        keyspace.execute("CREATE TABLE " + other + ".usernames (username text PRIMARY KEY, user_id text)");
        ClusterSchema schema = new ClusterSchema(session(), other, Optional.empty());

        assertThatThrownBy(() -> schema.apply(statement -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The key of table pins is (channel_id bigint in the partition key)")
                .hasMessageContaining("Column usernames.user_id is text in keyspace " + other + " and bigint");
        assertThat(LiveSchema.read(SchemaNode.choose(session(), 0), other).tables())
                .hasSize(2);
        keyspace.execute("DROP KEYSPACE " + other);
    }

    @Test
    void manyThatApplyAtTheSameMomentMakeOneSchema() {
        String other = name() + "_many";
        List<CompletableFuture<Void>> appliers = new ArrayList<>();
        for (int applier = 0; applier < APPLIERS; applier++) {
            appliers.add(CompletableFuture.runAsync(
                    () -> new ClusterSchema(session(), other, Optional.empty()).apply(statement -> {}),
                    task -> Thread.ofVirtual().start(task)));
        }
        appliers.forEach(CompletableFuture::join);

        assertThat(new ClusterSchema(session(), other, Optional.empty()).diff().isEmpty())
                .isTrue();
        session()
                .execute("INSERT INTO " + Cql.name(other, Messages.TABLE)
                        + " (channel_id, bucket, message_id) VALUES (1, 2, 3)");
        keyspace.execute("DROP KEYSPACE " + other);
    }

    @Test
    void everyTableHasTheIdThatItHasEverywhere() {
        for (Table table : Tables.all()) {
            assertThat(id(table)).isEqualTo(TableDdl.id(name(), table));
        }
    }

    private static UUID id(Table table) {
        return keyspace.execute(
                        "SELECT id FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?",
                        name(),
                        table.name())
                .one()
                .getUuid(0);
    }

    private static ClusterSchema schema() {
        return new ClusterSchema(session(), name(), Optional.empty());
    }

    private static void execute(String statement) {
        keyspace.execute(statement.formatted(name()));
    }

    private static CqlSession session() {
        return keyspace.session();
    }

    private static String name() {
        return keyspace.options().keyspace();
    }
}
