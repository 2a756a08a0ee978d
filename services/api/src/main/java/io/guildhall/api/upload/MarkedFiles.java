package io.guildhall.api.upload;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import java.io.IOException;

/** Files of one kind, and the marks that say which of them may go. */
interface MarkedFiles {
    /** Into how many partitions the marks are divided. */
    int shards();

    /** The first marks of a partition. */
    Read first(long shard);

    /** Those behind this one. */
    Read after(RowView mark);

    boolean gone(RowView mark);

    boolean carried(RowView mark);

    /** In ms since 1970; 0 when nobody waits for it. */
    long dueAt(RowView mark);

    /** Removes what the mark stands for. */
    void remove(RowView mark) throws IOException;

    /** Takes the mark away. */
    Mutation settled(RowView mark);
}
