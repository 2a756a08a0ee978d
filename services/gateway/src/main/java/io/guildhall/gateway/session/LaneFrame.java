package io.guildhall.gateway.session;

import java.util.ArrayList;
import java.util.List;

/** What one relay frame holds for one lane. */
public final class LaneFrame {
    private final Lane lane;
    private final boolean backlog;
    private final List<LaneEvent> variants = new ArrayList<>(2);
    private long newerEpoch;

    /** @param backlog true: what its sessions missed, also from before the present owner's time */
    public LaneFrame(Lane lane, boolean backlog) {
        this.lane = lane;
        this.backlog = backlog;
    }

    public void add(LaneEvent variant) {
        variants.add(variant);
    }

    public boolean isEmpty() {
        return variants.isEmpty();
    }

    public Lane lane() {
        return lane;
    }

    /** Appends the events to their sessions; to be called on the lane. Returns the numbers of sessions not known here. */
    public List<Long> deliver() {
        List<Long> unknown = new ArrayList<>(0);
        for (LaneEvent variant : variants) {
            LaneActor actor = lane.actor(variant.actor());
            if (actor != null && !backlog && actor.outdates(variant.epoch())) {
                newerEpoch = actor.newestEpoch();
                continue;
            }
            lane.recent().count(variant.dispatch());
            for (long number : variant.sessions()) {
                Session session = lane.find(number);
                if (session == null) {
                    unknown.add(number);
                } else {
                    deliver(session, actor, variant);
                }
            }
            if (actor != null) {
                note(actor, variant);
            }
        }
        return unknown;
    }

    /** What some missed says nothing of how far their neighbours have come. */
    private void note(LaneActor actor, LaneEvent variant) {
        if (backlog) {
            actor.known(variant.epoch());
        } else {
            actor.seen(variant.partition(), variant.epoch(), variant.sequence());
        }
    }

    /** An epoch of the actor that is newer than the frame's, which nobody got therefore; 0 when there is none. */
    public long newerEpoch() {
        return newerEpoch;
    }

    private void deliver(Session session, LaneActor actor, LaneEvent variant) {
        try {
            lane.receive(session, actor, variant, backlog);
        } catch (Throwable failure) {
            lane.fail(session, failure);
        }
    }

    /** Ends the sessions of a frame that could not be delivered: some of them may lack it. On the lane. */
    public void abandon(Throwable failure) {
        for (LaneEvent variant : variants) {
            for (long number : variant.sessions()) {
                Session session = lane.find(number);
                if (session != null) {
                    lane.fail(session, failure);
                }
            }
        }
    }
}
