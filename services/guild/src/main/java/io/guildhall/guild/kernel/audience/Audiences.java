package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import java.util.Optional;

/** The audiences of a node's actors. */
public interface Audiences {
    /** Those that have sessions. */
    List<Audience> audiences();

    Optional<Audience> audience(ActorKey key);

    /** The actor has an owner of this newer epoch by now, here or elsewhere. */
    void stale(ActorKey key, long newerEpoch);

    /** A relay lost these sessions of the actor. Whoever is about to join again is not meant, nor who joins from now on. */
    SessionDeparture lost(ActorKey key, List<SessionRef> sessions);

    /** These sessions may have to leave the actor. Whoever joins again from now on is not meant. */
    SessionDeparture departing(ActorKey key, List<SessionRef> sessions);
}
