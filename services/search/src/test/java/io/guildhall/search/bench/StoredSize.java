package io.guildhall.search.bench;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.StorageGrpc;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a message takes on the disk of the store, when it is written as a guild's owner writes it. */
final class StoredSize {
    private static final int TOGETHER = 500;
    private static final int KEY = 3;

    private final StorageGrpc.StorageBlockingStub storage;
    private final Path directory;
    private final Told told;

    /** @param directory of the embedded store */
    StoredSize(StorageGrpc.StorageBlockingStub storage, Path directory, Told told) {
        this.storage = storage;
        this.directory = directory;
        this.told = told;
    }

    /**
     * Writes so many messages that look like one which was really sent, each with its own text.
     *
     * @return bytes for each
     */
    double of(int messages, String channel, String message) throws IOException, InterruptedException {
        RowView sent = sent(Snowflake.parse(channel), Snowflake.parse(message));
        write(0, messages / 2, sent);
        long before = size();
        write(messages / 2, messages, sent);
        return (size() - before) / (double) (messages - messages / 2);
    }

    private RowView sent(long channel, long message) {
        return storage
                .read(Read.row(Messages.TABLE, channel, MessageBucket.of(message), message))
                .getRowsList()
                .stream()
                .map(row -> new RowView(Messages.TABLE, row))
                .findFirst()
                .orElseThrow();
    }

    private void write(int from, int to, RowView like) {
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        for (int number = from; number < to; number++) {
            long id = Told.message(number);
            Write row = Write.to(Messages.TABLE, told.channel(number), MessageBucket.of(id), id);
            Table table = Messages.TABLE;
            table.columns().stream()
                    .skip(KEY)
                    .filter(column -> !column.equals(Messages.CONTENT) && like.has(column))
                    .forEach(column -> copy(column, like, row));
            batch.addMutations(row.set(Messages.CONTENT, Corpus.message(number)).build());
            if (batch.getMutationsCount() == TOGETHER || number == to - 1) {
                storage.write(batch.build());
                batch.clear();
            }
        }
    }

    private static <T> void copy(Column<T> column, RowView from, Write to) {
        to.set(column, from.get(column));
    }

    /** When it is still: what was written last is put in its place within seconds. */
    private long size() throws IOException, InterruptedException {
        long before = -1;
        long now = bytes();
        while (now != before) {
            Thread.sleep(5_000);
            before = now;
            now = bytes();
        }
        return now;
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
