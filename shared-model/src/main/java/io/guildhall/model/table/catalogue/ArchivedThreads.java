package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Table;

/** The archived threads, each by itself, with the columns of {@link Threads}. {@link ArchivedThreadLists} says which there are. */
public final class ArchivedThreads {
    public static final Table TABLE = Table.named("archived_threads")
            .partition(Threads.GUILD_ID, Threads.THREAD_ID)
            .columns(Threads.cells())
            .required(Threads.PARENT_ID)
            .build();

    private ArchivedThreads() {}
}
