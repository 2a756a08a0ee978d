package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;

/** Statements about the schema: nobody waits behind them, and a busy cluster takes its time. */
final class PatientStatement {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private PatientStatement() {}

    static SimpleStatement of(String cql, Object... values) {
        return SimpleStatement.newInstance(cql, values).setTimeout(TIMEOUT);
    }
}
