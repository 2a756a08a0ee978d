package io.guildhall.storage.embedded;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.guildhall.model.rpc.WriteRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The groups since the last checkpoint, in one file that is written from its beginning again after each checkpoint. A
 * group is one record: length, checksum, sequence number, then its time and its batches. Reading stops at the first
 * record that is cut short, or whose sequence number does not follow the one before: it is older than the checkpoint, or
 * was never acknowledged.
 *
 * <p>The file grows in steps and stays as long as it once was, so that nearly every sync has only data to write and no new
 * file size.
 */
final class GroupLog implements AutoCloseable {
    private static final int STEP_BYTES = 1 << 20;
    private static final int FILLED_AT_ONCE = 64 << 10;
    private static final int HEADER_BYTES = Integer.BYTES + Integer.BYTES + Long.BYTES;

    private final FileChannel file;
    private final boolean sync;
    private long position;

    private GroupLog(FileChannel file, boolean sync) {
        this.file = file;
        this.sync = sync;
    }

    /** A group as it was applied. */
    record Group(long sequence, long time, List<WriteRequest> batches) {}

    static GroupLog open(Path path, boolean sync) {
        try {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new GroupLog(file, sync);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds a group; it is durable when this returns. */
    void append(Group group) {
        try {
            int size = CodedOutputStream.computeInt64SizeNoTag(group.time());
            for (WriteRequest batch : group.batches()) {
                size += CodedOutputStream.computeMessageSizeNoTag(batch);
            }
            ByteBuffer record = ByteBuffer.allocate(HEADER_BYTES + size);
            CodedOutputStream output = CodedOutputStream.newInstance(record.array(), HEADER_BYTES, size);
            output.writeInt64NoTag(group.time());
            for (WriteRequest batch : group.batches()) {
                output.writeMessageNoTag(batch);
            }
            record.putInt(size)
                    .putInt(checksum(group.sequence(), record.array(), HEADER_BYTES))
                    .putLong(group.sequence());
            record.rewind();
            boolean grows = position + record.remaining() > file.size();
            if (grows) {
                fill(position + record.remaining() + STEP_BYTES);
            }
            while (record.hasRemaining()) {
                position += file.write(record, position);
            }
            if (sync) {
                file.force(grows);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fill(long size) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(FILLED_AT_ONCE);
        while (file.size() < size) {
            zeros.clear();
            file.write(zeros, file.size());
        }
    }

    /** The groups that follow this sequence number, in order. */
    List<Group> groupsAfter(long sequence) {
        try {
            List<Group> groups = new ArrayList<>();
            long offset = 0;
            long previous = -1;
            while (true) {
                ByteBuffer header = readFully(offset, HEADER_BYTES);
                if (header == null) {
                    return groups;
                }
                int size = header.getInt();
                int checksum = header.getInt();
                long number = header.getLong();
                boolean follows = previous < 0 ? number > 0 : number == previous + 1;
                if (!follows || size <= 0 || size > file.size() - offset - HEADER_BYTES) {
                    return groups;
                }
                byte[] body = readFully(offset + HEADER_BYTES, size).array();
                if (checksum(number, body, 0) != checksum) {
                    return groups;
                }
                if (number > sequence) {
                    groups.add(parse(number, body));
                }
                previous = number;
                offset += HEADER_BYTES + size;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins again at the start of the file: a checkpoint holds everything that was logged. */
    void restart() {
        position = 0;
    }

    long size() {
        return position;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Group parse(long sequence, byte[] body) throws IOException {
        CodedInputStream input = CodedInputStream.newInstance(body);
        long time = input.readInt64();
        List<WriteRequest> batches = new ArrayList<>();
        while (!input.isAtEnd()) {
            batches.add(WriteRequest.parseFrom(input.readByteArray()));
        }
        return new Group(sequence, time, batches);
    }

    /** The bytes at this offset, or null when the file ends before them. */
    private ByteBuffer readFully(long offset, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }

    private static int checksum(long sequence, byte[] bytes, int offset) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sequence));
        checksum.update(bytes, offset, bytes.length - offset);
        return (int) checksum.getValue();
    }
}
