package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the entries of a lane go. */
interface Destination {
    /** Entries of one line are offered in order, in one call at a time; those of different lines side by side. */
    Object line(LogEntry entry);

    /** How many entries of one line it takes together, at least one. */
    int together();

    /** Must not block. Entries of one line, in order. The same ones may be offered several times. */
    CompletionStage<Receipts> offer(ActorKey source, List<LogEntry> entries);

    /**
     * These of one line have been offered, or waited behind others of it, for so long that whoever should hear of them must not be left to wait
     * silently: what tells them so. While they go on waiting they are named again. Must not block.
     */
    OverdueNotice overdue(List<LogEntry> entries);

    /** Some entries after this position were kept for as long as they could be and are gone. A failure: asked again later. */
    CompletionStage<?> gap(ActorKey source, Position after);
}
