package io.guildhall.storage.store;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.LongList;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.ColumnType;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid requests at random, over so few different keys that they often meet. */
public final class RandomOperations {
    private static final List<Long> LONGS = List.of(Long.MIN_VALUE, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE);
    private static final List<String> TEXTS =
            List.of("", "a", "a\u0000", "a\u0000\u0001", "ab", "\u00ff", "\uD83D\uDE00");

    private static final Value EMPTY = Value.newBuilder().setTextValue("").build();

    private final Random random;
    private final int shortestLifetime;

    public RandomOperations(long seed) {
        this(seed, 1);
    }

    /** @param shortestLifetime seconds that a cell lives at least, where its lifetime is said */
    public RandomOperations(long seed, int shortestLifetime) {
        this.random = new Random(seed);
        this.shortestLifetime = shortestLifetime;
    }

    public WriteRequest write() {
        if (random.nextInt(5) == 0) {
            return Stores.batch(upsert(table(), true));
        }
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        int mutations = 1 + random.nextInt(4);
        for (int index = 0; index < mutations; index++) {
            batch.addMutations(mutation());
        }
        return batch.build();
    }

    public ReadRequest read() {
        Table table = table();
        ReadRequest.Builder read = ReadRequest.newBuilder()
                .setTable(table.name())
                .addAllPartition(keys(table, 0, table.partitionColumns()))
                .setReverse(random.nextBoolean())
                .setLimit(1 + random.nextInt(6));
        if (random.nextBoolean()) {
            read.setFrom(bound(table));
        }
        if (random.nextBoolean()) {
            read.setTo(bound(table));
        }
        return read.build();
    }

    public boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private Mutation mutation() {
        Table table = table();
        Mutation.Builder mutation = Mutation.newBuilder().setTable(table.name());
        return switch (random.nextInt(8)) {
            case 0 ->
                mutation.setDelete(DeleteRow.newBuilder().addAllKey(keys(table, 0, table.keyColumns())))
                        .build();
            case 1 -> mutation.setDeleteRange(range(table)).build();
            default -> upsert(table, false);
        };
    }

    private Mutation upsert(Table table, boolean ifAbsent) {
        Upsert.Builder upsert = Upsert.newBuilder()
                .addAllKey(keys(table, 0, table.keyColumns()))
                .setIfAbsent(ifAbsent)
                .setTtl(random.nextInt(3) == 0 ? shortestLifetime + random.nextInt(20) : 0);
        for (int column = table.keyColumns(); column < table.columns().size(); column++) {
            if (random.nextInt(3) == 0) {
                Value value = random.nextInt(4) == 0
                        ? Value.getDefaultInstance()
                        : value(table.columns().get(column).type());
                upsert.addCells(Cell.newBuilder().setColumn(column).setValue(value));
            }
        }
        return Mutation.newBuilder().setTable(table.name()).setUpsert(upsert).build();
    }

    private DeleteRange range(Table table) {
        DeleteRange.Builder range = DeleteRange.newBuilder().addAllPartition(keys(table, 0, table.partitionColumns()));
        if (random.nextBoolean()) {
            range.setFrom(bound(table));
        }
        if (random.nextBoolean()) {
            range.setTo(bound(table));
        }
        return range.build();
    }

    private Bound bound(Table table) {
        int columns = random.nextInt(table.clusteringColumns() + 1);
        return Bound.newBuilder()
                .addAllPrefix(keys(table, table.partitionColumns(), columns))
                .setInclusive(random.nextBoolean())
                .build();
    }

    private Table table() {
        return pick(Catalogue.TABLES);
    }

    private List<Value> keys(Table table, int first, int count) {
        List<Value> keys = new ArrayList<>(count);
        for (int index = first; index < first + count; index++) {
            Value key = value(table.columns().get(index).type());
            boolean refused = index == 0 && table.partitionColumns() == 1 && key.equals(EMPTY);
            keys.add(refused ? key.toBuilder().setTextValue("a").build() : key);
        }
        return keys;
    }

    private Value value(ColumnType type) {
        Value.Builder value = Value.newBuilder();
        return switch (type) {
            case LONG -> value.setLongValue(pick(LONGS)).build();
            case TEXT -> value.setTextValue(pick(TEXTS)).build();
            case BLOB ->
                value.setBlobValue(ByteString.copyFromUtf8(pick(TEXTS))).build();
            case BOOLEAN -> value.setBooleanValue(random.nextBoolean()).build();
            case DOUBLE -> value.setDoubleValue(pick(LONGS) / 3.0).build();
            case LONG_LIST ->
                value.setLongList(LongList.newBuilder().addValues(pick(LONGS)).addValues(pick(LONGS)))
                        .build();
        };
    }

    private <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
