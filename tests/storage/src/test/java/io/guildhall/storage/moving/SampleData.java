package io.guildhall.storage.moving;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.MessageNonces;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.RandomOperations;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Rows of every kind: every type of column, lifetimes, empty cells, rows that are a key alone, odd keys, large partitions. */
public final class SampleData {
    private static final int BATCH = 200;
    private static final int HOUR = 3_600;

    private SampleData() {}

    /** Writes about so many rows. */
    public static void fill(Store store, int rows) {
        List<CompletableFuture<?>> writes = new ArrayList<>();
        RandomOperations random = new RandomOperations(11);
        for (int turn = 0; turn < 300; turn++) {
            writes.add(store.write(lasting(random.write())));
        }
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        for (int row = 0; row < rows; row++) {
            batch.addMutations(mutation(row));
            if (batch.getMutationsCount() == BATCH || row == rows - 1) {
                writes.add(store.write(batch.build()));
                batch.clear();
            }
        }
        writes.forEach(CompletableFuture::join);
    }

    /** With lifetimes that no test sees the end of. */
    public static WriteRequest lasting(WriteRequest request) {
        WriteRequest.Builder batch = request.toBuilder();
        for (Mutation.Builder mutation : batch.getMutationsBuilderList()) {
            if (mutation.hasUpsert() && mutation.getUpsert().getTtl() != 0) {
                boolean bare = mutation.getUpsert().getCellsCount() == 0;
                mutation.getUpsertBuilder().setTtl(bare ? 0 : 2 * HOUR);
            }
        }
        return batch.build();
    }

    private static Mutation mutation(int row) {
        long id = row;
        return switch (row % 10) {
            case 0 ->
                Write.to(Users.TABLE, id)
                        .set(Users.USERNAME, "user " + id)
                        .set(Users.FLAGS, id)
                        .build();
            case 1 ->
                Write.to(Usernames.TABLE, "name\u0000" + id)
                        .set(Usernames.USER_ID, id)
                        .build();
            case 2 -> Write.to(Roles.TABLE, id / 1_000, id).build();
            case 3 ->
                Write.to(MessageNonces.TABLE, id, id, "nonce " + id)
                        .set(MessageNonces.MESSAGE_ID, id)
                        .timeToLive(HOUR)
                        .build();
            case 4 ->
                Write.to(EventOutbox.TABLE, 1L, id, 1L, id)
                        .set(EventOutbox.EVENT, ByteString.copyFrom(new byte[] {0, -1, (byte) row}))
                        .timeToLive(2 * HOUR)
                        .build();
            case 5 ->
                Write.to(Messages.TABLE, 7L, 1L, id)
                        .set(Messages.CONTENT, "for an hour")
                        .timeToLive(HOUR)
                        .build();
            default ->
                Write.to(Messages.TABLE, id % 50, id % 3, id)
                        .set(Messages.AUTHOR_ID, id % 100)
                        .set(Messages.CONTENT, "message ".repeat(row % 30))
                        .set(Messages.MENTIONS, List.of(id, Long.MIN_VALUE))
                        .set(Messages.TTS, row % 2 == 0)
                        .set(Messages.MENTION_ROLES, row % 3 == 0 ? List.of() : null)
                        .build();
        };
    }
}
