package io.guildhall.model.fact;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Takes the facts that actors tell, such as the publisher of the event log from which search and push read. Each actor's
 * owner brings them: those with one key in the order of their positions, again after a failure, and again, perhaps from
 * another node, after a crash; so whoever keeps them compares positions. A reader that can't be reached for a week misses
 * facts and is told so.
 */
public interface FactReader {
    /** Whether facts of this topic are for this reader. Facts that are for nobody are not made. */
    boolean reads(String topic);

    /**
     * An owner begins a term with this reader, before it tells anything. Each term's epoch is one more than the one before: a
     * reader that was not told of the last one may have missed what happened in it, since an owner without a reader makes no
     * facts. Must not block.
     */
    void begins(ActorKey actor, long epoch);

    /**
     * Must not block; completes when the facts are safe. A failure: all of them come again.
     *
     * @param facts entries that hold facts with one key and of topics that it reads, in order
     */
    CompletionStage<?> take(ActorKey actor, List<LogEntry> facts);

    /** Facts of this actor after this position may be missing: what was made from them is to be made anew. Must not block. */
    CompletionStage<?> gap(ActorKey actor, Position after);
}
