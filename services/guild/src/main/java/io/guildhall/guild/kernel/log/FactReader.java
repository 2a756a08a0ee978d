package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.Position;
import java.util.concurrent.CompletionStage;

/**
 * Takes the facts that actors tell, such as the publisher of the event log from which search and push read. Each actor's
 * owner brings them: those with one key in the order of their positions, again after a failure, and again, perhaps from
 * another node, after a crash; so whoever keeps them compares positions. A reader that can't be reached for a week misses
 * facts and is told so.
 */
public interface FactReader {
    /** Must not block; completes when the fact is safe. A failure: it comes again. */
    CompletionStage<?> take(ActorKey actor, Position position, Fact fact);

    /** Facts of this actor after this position may be missing: what was made from them is to be made anew. */
    CompletionStage<?> gap(ActorKey actor, Position after);
}
