package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.guildhall.model.rpc.Value;
import java.nio.ByteBuffer;
import java.util.List;

/** Fills a prepared statement from its first parameter on. What is skipped stays unset, which a cluster leaves as it is. */
final class Binder {
    private final BoundStatementBuilder builder;
    private int next;

    Binder(PreparedStatement prepared) {
        this.builder = prepared.boundStatementBuilder();
    }

    Binder add(List<Value> values) {
        values.forEach(this::add);
        return this;
    }

    Binder add(Value value) {
        return add(Values.encode(value));
    }

    Binder add(long value) {
        return add(Values.encode(value));
    }

    Binder add(int value) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
    }

    /** The parameter at this place, counted from 0; the next one that is added comes after it. */
    Binder at(int parameter) {
        next = parameter;
        return this;
    }

    BoundStatement bind() {
        return builder.build();
    }

    private Binder add(ByteBuffer bytes) {
        builder.setBytesUnsafe(next++, bytes);
        return this;
    }
}
