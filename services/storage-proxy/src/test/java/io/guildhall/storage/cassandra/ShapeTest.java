package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.cassandra.Shape.End;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The CQL, letter by letter: it has to be plain enough for every database that speaks it. */
class ShapeTest {
    @Test
    void anInsertNamesEveryColumnItsTimeAndItsLifetime() {
        assertThat(cql(Usernames.TABLE, new Shape.Insert("usernames", false)))
                .isEqualTo(
                        "INSERT INTO k.\"usernames\" (\"username\", \"user_id\") VALUES (?, ?) USING TIMESTAMP ? AND TTL ?");
    }

    @Test
    void aClaimHasNoTimeOfItsOwn() {
        assertThat(cql(Usernames.TABLE, new Shape.Insert("usernames", true)))
                .isEqualTo(
                        "INSERT INTO k.\"usernames\" (\"username\", \"user_id\") VALUES (?, ?) IF NOT EXISTS USING TTL ?");
    }

    @Test
    void theFirstBoundOfADescendingTableIsTheUpperOne() {
        assertThat(cql(
                        MessageBuckets.TABLE,
                        new Shape.Select("message_buckets", 0, End.EXCLUSIVE, End.INCLUSIVE, true)))
                .isEqualTo(
                        "SELECT \"channel_id\", \"bucket\", \"first_message_id\" FROM k.\"message_buckets\" WHERE \"channel_id\" = ?"
                                + " AND \"bucket\" < ? AND \"bucket\" >= ? ORDER BY \"bucket\" ASC LIMIT ?");
    }

    @Test
    void prefixesOfSeveralColumnsAreComparedTogether() {
        assertThat(cql(
                        EventOutbox.TABLE,
                        new Shape.SelectPrefixes("event_outbox", 2, End.EXCLUSIVE, 1, End.INCLUSIVE, false)))
                .endsWith(" WHERE \"kind\" = ? AND \"actor_id\" = ? AND (\"epoch\", \"sequence\") > (?, ?)"
                        + " AND (\"epoch\") <= (?) LIMIT ?");
    }

    @Test
    void aDeleteUsesSingleColumnsOnly() {
        assertThat(cql(EventOutbox.TABLE, new Shape.Delete("event_outbox", 1, End.INCLUSIVE, End.OPEN)))
                .isEqualTo("DELETE FROM k.\"event_outbox\" USING TIMESTAMP ? WHERE \"kind\" = ? AND \"actor_id\" = ?"
                        + " AND \"epoch\" = ? AND \"sequence\" >= ?");
    }

    @Test
    void aScanAsksForTimesAndLifetimesOfTheCells() {
        assertThat(cql(Usernames.TABLE, new Shape.Scan("usernames", Set.of(1))))
                .isEqualTo(
                        "SELECT \"username\", \"user_id\", WRITETIME(\"user_id\"), TTL(\"user_id\") FROM k.\"usernames\""
                                + " WHERE TOKEN(\"username\") >= ? AND TOKEN(\"username\") <= ?");
    }

    private static String cql(Table table, Shape shape) {
        return shape.cql(table, "k");
    }
}
