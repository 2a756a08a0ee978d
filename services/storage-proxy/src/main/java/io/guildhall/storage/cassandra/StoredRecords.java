package io.guildhall.storage.cassandra;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import java.util.List;
import java.util.Optional;

/** The records of batches as they lie in the cluster. */
record StoredRecords(Reader reader, RedoLog redo, Requests requests) implements RedoRecovery.Records {
    @Override
    public Optional<RedoRecord> next(long hour, long slice, Optional<RedoRecord> after, long before) {
        Read all = Read.from(PendingBatches.TABLE, hour, slice);
        Read rest = after.map(record -> all.after(record.writtenAt(), record.writer()))
                .orElse(all)
                .before(before);
        return rows(rest.limit(1)).stream()
                .findFirst()
                .map(row -> new RedoRecord(
                        row.get(PendingBatches.HOUR),
                        row.get(PendingBatches.SLICE),
                        row.get(PendingBatches.WRITTEN_AT),
                        row.get(PendingBatches.WRITER)));
    }

    @Override
    public Optional<WriteRequest> batch(RedoRecord record) {
        List<RowView> pieces = rows(Read.from(PendingBatches.TABLE, record.hour(), record.slice())
                .startingAt(record.writtenAt(), record.writer())
                .endingAt(record.writtenAt(), record.writer()));
        boolean whole = !pieces.isEmpty() && pieces.getFirst().get(PendingBatches.PIECES, -1L) == pieces.size();
        return whole ? Optional.of(parse(pieces)) : Optional.empty();
    }

    @Override
    public void apply(WriteRequest batch) {
        redo.apply(BatchPlan.of(BatchPlan.timed(batch, batch.getTimestamp())), requests.deadline())
                .join();
    }

    @Override
    public void remove(RedoRecord record) {
        redo.remove(record, requests.deadline()).join();
    }

    private static WriteRequest parse(List<RowView> pieces) {
        ByteString data = ByteString.EMPTY;
        for (RowView piece : pieces) {
            data = data.concat(piece.get(PendingBatches.DATA));
        }
        try {
            return WriteRequest.parseFrom(data);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a record of a pending batch cannot be read", broken);
        }
    }

    private List<RowView> rows(Read read) {
        return reader.read(PendingBatches.TABLE, read.build()).join().getRowsList().stream()
                .map(row -> new RowView(PendingBatches.TABLE, row))
                .toList();
    }
}
