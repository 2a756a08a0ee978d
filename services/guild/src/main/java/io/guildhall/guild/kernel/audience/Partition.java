package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A slice of an actor's sessions, all on one relay. Not safe for threads. */
final class Partition {
    /** The most sessions that one partition holds. */
    static final int CAPACITY = 15_000;

    private final int number;
    private final Map<SessionRef, JoiningSession> sessions = new LinkedHashMap<>();
    /** Null while no relay serves it. */
    private RelayUse use;
    /** While no relay serves it: everything up to here has reached the gateways. */
    private Position deliveredThrough = Position.getDefaultInstance();

    /** Of earlier epochs, after that position; empty when they can't be replayed. */
    private Optional<List<PositionedEvent>> earlierEvents = Optional.empty();

    Partition(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    Map<SessionRef, JoiningSession> sessions() {
        return sessions;
    }

    /** Those that look at lists of members, of channels or of threads. */
    Stream<JoiningSession> looking() {
        return sessions.values().stream()
                .filter(session -> session.getSubscription().getChannelsCount() > 0
                        || session.getSubscription().getThreadMemberListsCount() > 0);
    }

    boolean hasRoom() {
        return sessions.size() < CAPACITY;
    }

    RelayUse use() {
        return use;
    }

    boolean isHomeless() {
        return use == null;
    }

    /**
     * Sessions come that have less than the others here: the partition's next relay sends on from there. Gateways drop what
     * the others have.
     *
     * @param earlier events of earlier epochs after the position, in order; empty when they can't be replayed
     */
    void owes(Position resumeAfter, Optional<List<PositionedEvent>> earlier) {
        if (Positions.after(deliveredThrough, resumeAfter)) {
            deliveredThrough = resumeAfter;
            earlierEvents = earlier;
        }
    }

    /**
     * What the sessions here missed in earlier epochs was found.
     *
     * @param earlier in order, perhaps from before the position that was delivered
     */
    void owes(List<PositionedEvent> earlier) {
        earlierEvents = Optional.of(earlier.stream()
                .filter(event -> Positions.after(event.getPosition(), deliveredThrough))
                .toList());
    }

    /** Events of earlier epochs that some session here still has to have; empty when they can't be replayed. */
    Optional<List<PositionedEvent>> earlierEvents() {
        return earlierEvents;
    }

    Position deliveredThrough() {
        return deliveredThrough;
    }

    void serveBy(RelayUse relayUse) {
        use = relayUse;
        earlierEvents = Optional.empty();
    }

    void loseRelay(Position delivered) {
        use = null;
        deliveredThrough = delivered;
    }
}
