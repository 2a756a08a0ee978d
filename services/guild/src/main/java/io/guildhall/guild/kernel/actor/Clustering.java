package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.Comparator;
import java.util.List;

/** The order of a table's rows within a partition, as the stores keep it. */
record Clustering(Table table) implements Comparator<List<Value>> {
    /** Compares clustering keys, or prefixes of them as far as the shorter one goes. */
    @Override
    public int compare(List<Value> first, List<Value> second) {
        for (int index = 0; index < Math.min(first.size(), second.size()); index++) {
            int order = compare(first.get(index), second.get(index));
            if (order != 0) {
                return table.descending() ? -order : order;
            }
        }
        return 0;
    }

    /** The clustering key out of a whole key or a row's values. */
    List<Value> of(List<Value> values) {
        return values.subList(table.partitionColumns(), table.keyColumns());
    }

    boolean startsAfter(Bound from, List<Value> key) {
        int order = compare(key, from.getPrefixList());
        return order < 0 || (order == 0 && !from.getInclusive());
    }

    boolean endsBefore(Bound to, List<Value> key) {
        int order = compare(key, to.getPrefixList());
        return order > 0 || (order == 0 && !to.getInclusive());
    }

    private static int compare(Value first, Value second) {
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
