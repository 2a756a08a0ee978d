package io.guildhall.storage.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Byte arrays in the order of their unsigned bytes, the order that {@link KeyEncoding} encodes for. */
final class ByteStringType extends BasicDataType<byte[]> {
    static final ByteStringType INSTANCE = new ByteStringType();

    /** The header of an array on the heap, for the page cache's accounting. */
    private static final int ARRAY_OVERHEAD = 24;

    private ByteStringType() {}

    @Override
    public int compare(byte[] first, byte[] second) {
        return Arrays.compareUnsigned(first, second);
    }

    @Override
    public int getMemory(byte[] bytes) {
        return ARRAY_OVERHEAD + bytes.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] bytes) {
        buffer.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
