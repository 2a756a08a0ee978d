package io.guildhall.tests.simulation.store;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import java.util.Comparator;
import java.util.List;

/** The order of clustering keys of one table. */
final class KeyOrder {
    static final Comparator<List<Value>> ASCENDING = KeyOrder::compare;

    private KeyOrder() {}

    static int compare(List<Value> one, List<Value> other) {
        for (int index = 0; index < one.size(); index++) {
            int order = compare(one.get(index), other.get(index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Value one, Value other) {
        return switch (one.getKindCase()) {
            case LONG_VALUE -> Long.compare(one.getLongValue(), other.getLongValue());
            case TEXT_VALUE -> one.getTextValue().compareTo(other.getTextValue());
            case BLOB_VALUE ->
                ByteString.unsignedLexicographicalComparator().compare(one.getBlobValue(), other.getBlobValue());
            case BOOLEAN_VALUE -> Boolean.compare(one.getBooleanValue(), other.getBooleanValue());
            case DOUBLE_VALUE -> Double.compare(one.getDoubleValue(), other.getDoubleValue());
            case LONG_LIST, KIND_NOT_SET -> throw new IllegalArgumentException("no such keys: " + one);
        };
    }
}
