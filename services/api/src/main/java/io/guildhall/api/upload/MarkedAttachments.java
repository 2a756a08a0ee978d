package io.guildhall.api.upload;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.objects.ObjectStore;
import java.io.IOException;

/** Files of messages. */
record MarkedAttachments(ObjectStore store) implements MarkedFiles {
    @Override
    public int shards() {
        return AttachmentMarks.SHARDS;
    }

    @Override
    public Read first(long shard) {
        return Read.from(AttachmentMarks.TABLE, shard);
    }

    @Override
    public Read after(RowView mark) {
        return Read.from(AttachmentMarks.TABLE, mark.get(AttachmentMarks.SHARD)).after(channel(mark), attachment(mark));
    }

    @Override
    public boolean gone(RowView mark) {
        return mark.get(AttachmentMarks.GONE, false);
    }

    @Override
    public boolean carried(RowView mark) {
        return mark.get(AttachmentMarks.CARRIED, false);
    }

    @Override
    public long dueAt(RowView mark) {
        return mark.get(AttachmentMarks.DUE_AT, 0L);
    }

    @Override
    public void remove(RowView mark) throws IOException {
        store.deleteAll(
                attachment(mark) == AttachmentMarks.ALL
                        ? FileKey.ofChannel(channel(mark))
                        : new FileKey(channel(mark), attachment(mark)).prefix());
    }

    @Override
    public Mutation settled(RowView mark) {
        return AttachmentMarks.settled(channel(mark), attachment(mark));
    }

    private static long channel(RowView mark) {
        return mark.get(AttachmentMarks.CHANNEL_ID);
    }

    private static long attachment(RowView mark) {
        return mark.get(AttachmentMarks.ATTACHMENT_ID);
    }
}
