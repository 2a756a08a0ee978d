package io.guildhall.storage.cassandra.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableDdlTest {
    @Test
    void aTableIsMadeWithItsKeyItsOrderAndItsOptions() {
        assertThat(TableDdl.create("k", Pins.TABLE))
                .isEqualTo("CREATE TABLE IF NOT EXISTS k.\"pins\" (\"channel_id\" bigint, \"pinned_at\" bigint,"
                        + " \"message_id\" bigint, \"pinned_by\" bigint, PRIMARY KEY ((\"channel_id\"), \"pinned_at\","
                        + " \"message_id\")) WITH id = " + TableDdl.id("k", Pins.TABLE)
                        + " AND CLUSTERING ORDER BY (\"pinned_at\" DESC, \"message_id\" DESC) AND"
                        + " compaction = {'class': 'LeveledCompactionStrategy'} AND default_time_to_live = 0"
                        + " AND gc_grace_seconds = 864000 AND comment = 'Guildhall, read often'");
    }

    @Test
    void messagesAreCompactedByTheTenDaysOfTheirBuckets() {
        assertThat(TableOptions.of(Messages.TABLE).compaction())
                .isEqualTo(Map.of(
                        "class",
                        "TimeWindowCompactionStrategy",
                        "compaction_window_unit",
                        "DAYS",
                        "compaction_window_size",
                        "10"));
    }

    @Test
    void rowsThatExpireAreCompactedInAboutTwoDozenWindowsAndTheirDeletesForgottenWithThem() {
        TableOptions audit = TableOptions.of(AuditLog.TABLE);
        TableOptions outbox = TableOptions.of(EventOutbox.TABLE);

        assertThat(audit.compaction())
                .containsEntry("compaction_window_size", "2")
                .containsEntry("compaction_window_unit", "DAYS");
        assertThat(audit.gcGraceSeconds()).isEqualTo(10 * 24 * 3_600);
        assertThat(outbox.compaction())
                .containsEntry("compaction_window_size", "10")
                .containsEntry("compaction_window_unit", "MINUTES");
        assertThat(outbox.defaultTimeToLive()).isEqualTo(120);
        assertThat(outbox.gcGraceSeconds()).isEqualTo(3_600);
    }

    @Test
    void idsDifferByKeyspaceAndTable() {
        assertThat(TableDdl.id("a", Pins.TABLE))
                .isEqualTo(TableDdl.id("a", Pins.TABLE))
                .isNotEqualTo(TableDdl.id("b", Pins.TABLE))
                .isNotEqualTo(TableDdl.id("a", Members.TABLE));
    }

    @Test
    void replicationIsSaidByDataCentre() {
        assertThat(Replication.parse("east=3,west-2=1").cql())
                .isEqualTo("{'class': 'NetworkTopologyStrategy', 'east': '3', 'west-2': '1'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "east", "east=", "east=0", "east=3,", "east=3;", "ea'st=3", "east=100"})
    void whatIsNoReplicationIsRefused(String text) {
        assertThatThrownBy(() -> Replication.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
