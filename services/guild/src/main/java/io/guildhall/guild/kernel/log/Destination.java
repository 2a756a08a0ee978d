package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.concurrent.CompletionStage;

/** Where the entries of a lane go. */
interface Destination {
    /** Entries of one line are offered in order, one at a time; those of different lines side by side. */
    Object line(LogEntry entry);

    /** Must not block. The same entry may be offered several times. */
    CompletionStage<Receipt> offer(ActorKey source, LogEntry entry);

    /** Some entries after this position were kept for as long as they could be and are gone. A failure: asked again later. */
    CompletionStage<?> gap(ActorKey source, Position after);
}
