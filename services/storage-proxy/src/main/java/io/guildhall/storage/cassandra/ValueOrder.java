package io.guildhall.storage.cassandra;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;

/** The order that a cluster gives values of one clustering column. */
final class ValueOrder {
    private ValueOrder() {}

    static int compare(Value first, Value second) {
        return switch (first.getKindCase()) {
            case LONG_VALUE -> Long.compare(first.getLongValue(), second.getLongValue());
            case DOUBLE_VALUE -> Double.compare(first.getDoubleValue(), second.getDoubleValue());
            case BOOLEAN_VALUE -> Boolean.compare(first.getBooleanValue(), second.getBooleanValue());
            case TEXT_VALUE -> compare(first.getTextValueBytes(), second.getTextValueBytes());
            case BLOB_VALUE -> compare(first.getBlobValue(), second.getBlobValue());
            case LONG_LIST, KIND_NOT_SET -> throw new IllegalArgumentException("not a key");
        };
    }

    private static int compare(ByteString first, ByteString second) {
        return ByteString.unsignedLexicographicalComparator().compare(first, second);
    }
}
