package io.guildhall.relay.owner;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Stale;
import io.guildhall.model.rpc.Unknown;
import io.guildhall.relay.audience.LocalAudience;
import io.guildhall.relay.audience.Notices;
import io.guildhall.relay.gateway.Outgoing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every audience on this relay. The owner with the highest epoch is right: its state, or its first join where there is
 * no state, replaces what an earlier owner left behind, and the sender of frames of an earlier epoch is told to give up.
 */
public final class LocalAudiences {
    private final Map<ActorKey, LocalAudience> audiences = new ConcurrentHashMap<>();
    private final Clock clock;
    private final TracedFanOut fanOut;

    public LocalAudiences(Clock clock, TracedFanOut fanOut) {
        this.clock = clock;
        this.fanOut = fanOut;
    }

    public int size() {
        return audiences.size();
    }

    public long sessions() {
        return audiences.values().stream().mapToLong(LocalAudience::sessions).sum();
    }

    /** Takes one frame from an owner's stream. */
    public void accept(OwnerFrame frame, Notices owner, Outgoing outgoing) {
        if (frame.hasUnserved()) {
            LocalAudience unserved = audiences.get(frame.getActor());
            if (unserved != null) {
                unserved.unserved(frame.getUnserved(), outgoing);
            }
            return;
        }
        LocalAudience audience = audience(frame, owner);
        if (audience == null) {
            return;
        }
        switch (frame.getContentCase()) {
            case STATE -> audience.state(frame.getPosition(), frame.getState(), frame.getNumber() != 0);
            case DELTA -> audience.delta(frame.getPosition(), frame.getDelta());
            case JOIN -> audience.join(frame.getPosition(), frame.getJoin(), outgoing);
            case LEAVE -> audience.leave(frame.getPosition(), frame.getLeave());
            case MEMBER_ROLES -> audience.roles(frame.getPosition(), frame.getMemberRoles());
            case TOPICS -> audience.topics(frame.getPosition(), frame.getTopics());
            case EVENT -> fanOut.event(audience, frame.getPosition(), frame.getEvent(), outgoing);
            case RELEASE -> {
                audiences.remove(frame.getActor(), audience);
                audience.release(frame.getPosition());
            }
            case UNSERVED, CONTENT_NOT_SET -> audience.release(frame.getPosition());
        }
    }

    /** The frame could not be taken in: its actor is forgotten here, and its owner tells everything again. */
    void cut(OwnerFrame frame, Notices owner) {
        if (frame.hasUnserved()) {
            return;
        }
        audiences.remove(frame.getActor());
        refuse(frame, owner);
    }

    /** The gateway node is gone: its sessions leave every audience. Returns their numbers, with repetitions. */
    public long[] dropGateway(String gateway) {
        return audiences.values().stream()
                .flatMapToLong(audience -> audience.dropGateway(gateway))
                .toArray();
    }

    /** Forgets the audiences that still belong to this stream, which ended a while ago. Returns how many. */
    public int evict(Notices owner) {
        List<LocalAudience> abandoned = audiences.values().stream()
                .filter(audience -> audience.ownedBy(owner))
                .toList();
        abandoned.forEach(audience -> audiences.remove(audience.actor(), audience));
        return abandoned.size();
    }

    /** The audience that the frame is for; null when the frame is dropped. */
    private LocalAudience audience(OwnerFrame frame, Notices owner) {
        ActorKey actor = frame.getActor();
        long epoch = frame.getPosition().getEpoch();
        LocalAudience known = audiences.get(actor);
        int age = known == null ? 1 : Long.compareUnsigned(epoch, known.epoch());
        if (age < 0) {
            owner.tell(RelayNotice.newBuilder()
                    .setActor(actor)
                    .setStale(Stale.newBuilder().setEpoch(known.epoch()))
                    .build());
            return null;
        }
        if (age == 0 && known.hasLaterOwner(owner)) {
            // What was under way on a stream that its owner has left since; on the next one it said everything again.
            return null;
        }
        LocalAudience audience = age == 0 ? known : new LocalAudience(actor, epoch, clock);
        if (!begins(frame, audience, age > 0)) {
            if (frame.getContentCase() != OwnerFrame.ContentCase.RELEASE) {
                refuse(frame, owner);
            }
            return null;
        }
        if (age > 0) {
            audiences.put(actor, audience);
        }
        audience.taking(frame.getNumber(), owner);
        return audience;
    }

    /** Whether the frame makes sense with what is known: a state always does, a join once rights can be told. */
    private static boolean begins(OwnerFrame frame, LocalAudience audience, boolean fresh) {
        return switch (frame.getContentCase()) {
            case STATE -> true;
            case JOIN -> audience.ready();
            case LEAVE, MEMBER_ROLES, DELTA, TOPICS, EVENT, RELEASE, UNSERVED, CONTENT_NOT_SET ->
                !fresh && audience.ready();
        };
    }

    private static void refuse(OwnerFrame frame, Notices owner) {
        owner.tell(RelayNotice.newBuilder()
                .setActor(frame.getActor())
                .setUnknown(Unknown.newBuilder().setNumber(frame.getNumber()))
                .build());
    }
}
