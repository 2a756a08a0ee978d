package io.guildhall.storage.cassandra;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.guildhall.model.rpc.LongList;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.ColumnType;
import java.nio.ByteBuffer;

/** The binary form that CQL's protocol gives the catalogue's values. */
final class Values {
    private static final int LIST_COUNT_BYTES = 4;
    private static final int LIST_ELEMENT_BYTES = 4 + Long.BYTES;

    private Values() {}

    /** null for a value without kind. */
    static ByteBuffer encode(Value value) {
        return switch (value.getKindCase()) {
            case LONG_VALUE -> encode(value.getLongValue());
            case TEXT_VALUE -> value.getTextValueBytes().asReadOnlyByteBuffer();
            case BLOB_VALUE -> value.getBlobValue().asReadOnlyByteBuffer();
            case BOOLEAN_VALUE -> ByteBuffer.wrap(new byte[] {(byte) (value.getBooleanValue() ? 1 : 0)});
            case DOUBLE_VALUE -> ByteBuffer.allocate(Double.BYTES).putDouble(0, value.getDoubleValue());
            case LONG_LIST -> encode(value.getLongList());
            case KIND_NOT_SET -> null;
        };
    }

    static ByteBuffer encode(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
    }

    /** A value without kind for null. The bytes must not change afterwards. */
    static Value decode(ColumnType type, ByteBuffer bytes) {
        if (bytes == null) {
            return Value.getDefaultInstance();
        }
        Value.Builder value = Value.newBuilder();
        return switch (type) {
            case LONG -> value.setLongValue(bytes.getLong(bytes.position())).build();
            case TEXT ->
                value.setTextValueBytes(ByteString.copyFrom(bytes.duplicate())).build();
            case BLOB ->
                value.setBlobValue(UnsafeByteOperations.unsafeWrap(bytes.duplicate()))
                        .build();
            case BOOLEAN ->
                value.setBooleanValue(bytes.get(bytes.position()) != 0).build();
            case DOUBLE ->
                value.setDoubleValue(bytes.getDouble(bytes.position())).build();
            case LONG_LIST -> value.setLongList(decodeList(bytes.duplicate())).build();
        };
    }

    private static ByteBuffer encode(LongList list) {
        int count = list.getValuesCount();
        ByteBuffer bytes = ByteBuffer.allocate(LIST_COUNT_BYTES + count * LIST_ELEMENT_BYTES);
        bytes.putInt(count);
        for (int index = 0; index < count; index++) {
            bytes.putInt(Long.BYTES).putLong(list.getValues(index));
        }
        return bytes.flip();
    }

    private static LongList decodeList(ByteBuffer bytes) {
        LongList.Builder list = LongList.newBuilder();
        int count = bytes.getInt();
        for (int index = 0; index < count; index++) {
            bytes.getInt();
            list.addValues(bytes.getLong());
        }
        return list.build();
    }
}
