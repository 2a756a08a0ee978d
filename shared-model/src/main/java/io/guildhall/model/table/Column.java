package io.guildhall.model.table;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.LongList;
import io.guildhall.model.rpc.Value;
import java.util.List;
import java.util.function.Function;

/**
 * One typed column of a {@link Table}.
 *
 * @param picture true: the text names a picture that was uploaded, which goes when no row shows it any more
 * @param <T> the Java type of its values: Long, String, ByteString, Boolean, Double or {@code List<Long>}
 */
public record Column<T>(
        String name, ColumnType type, Function<T, Value> encode, Function<Value, T> decode, boolean picture) {
    public Column {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    private Column(String name, ColumnType type, Function<T, Value> encode, Function<Value, T> decode) {
        this(name, type, encode, decode, false);
    }

    public static Column<Long> ofLong(String name) {
        return new Column<>(
                name,
                ColumnType.LONG,
                value -> Value.newBuilder().setLongValue(value).build(),
                Value::getLongValue);
    }

    public static Column<String> ofText(String name) {
        return new Column<>(
                name,
                ColumnType.TEXT,
                value -> Value.newBuilder().setTextValue(value).build(),
                Value::getTextValue);
    }

    /**
     * JSON, stored as text. Its values are the bytes, so that nothing on the way between a tree, the store and an event makes a String of
     * them.
     */
    public static Column<ByteString> ofJson(String name) {
        return new Column<>(
                name,
                ColumnType.TEXT,
                value -> Value.newBuilder().setTextValueBytes(value).build(),
                Value::getTextValueBytes);
    }

    /** The name of a picture that was uploaded. Each upload has a name of its own, so that one row at most has it. */
    public static Column<String> ofPicture(String name) {
        Column<String> text = ofText(name);
        return new Column<>(name, text.type, text.encode, text.decode, true);
    }

    public static Column<ByteString> ofBlob(String name) {
        return new Column<>(
                name,
                ColumnType.BLOB,
                value -> Value.newBuilder().setBlobValue(value).build(),
                Value::getBlobValue);
    }

    public static Column<Boolean> ofBoolean(String name) {
        return new Column<>(
                name,
                ColumnType.BOOLEAN,
                value -> Value.newBuilder().setBooleanValue(value).build(),
                Value::getBooleanValue);
    }

    public static Column<Double> ofDouble(String name) {
        return new Column<>(
                name,
                ColumnType.DOUBLE,
                value -> Value.newBuilder().setDoubleValue(value).build(),
                Value::getDoubleValue);
    }

    public static Column<List<Long>> ofLongList(String name) {
        return new Column<>(
                name,
                ColumnType.LONG_LIST,
                value -> Value.newBuilder()
                        .setLongList(LongList.newBuilder().addAllValues(value))
                        .build(),
                value -> value.getLongList().getValuesList());
    }

    /** The value as it travels; null becomes a value without kind. */
    public Value toValue(T value) {
        return value == null ? Value.getDefaultInstance() : encode.apply(value);
    }
}
