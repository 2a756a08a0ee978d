package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ActorKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Actors of which this process may have written an epoch without having come to the end of its claim. They are forgotten when a claim ends, and
 * while the store is away none does: beyond so many every actor counts as one, for as long as the process lives. Whoever claims it next then
 * ends the writes of before by itself, which costs a moment and is never wrong.
 */
final class UnfinishedClaims {
    static final int MOST = 100_000;

    private static final Logger LOG = Logger.getLogger(UnfinishedClaims.class);

    private final Set<ActorKey> known = ConcurrentHashMap.newKeySet();
    private volatile boolean all;

    /** False when the actor was one already. */
    boolean add(ActorKey key) {
        if (!all && known.size() >= MOST && !known.contains(key)) {
            LOG.warnf("More than %d claims did not come to an end: those that follow take longer", MOST);
            all = true;
            known.clear();
        }
        return !all && known.add(key);
    }

    void remove(ActorKey key) {
        known.remove(key);
    }

    boolean contains(ActorKey key) {
        return all || known.contains(key);
    }

    /** How many are remembered. */
    int size() {
        return known.size();
    }
}
