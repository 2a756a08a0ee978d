package io.guildhall.gateway.session;

import io.netty.channel.EventLoop;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All lanes of this node, one for each event loop that ever had a connection. A session's number names its lane in its
 * lowest bits, so that a frame finds its sessions without a table that all loops share.
 */
public final class Lanes {
    private static final int LANE_BITS = 10;
    private static final int LIMIT = 1 << LANE_BITS;

    private final LaneContext context;
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private final AtomicLong counter = new AtomicLong();
    private final AtomicInteger sessions = new AtomicInteger();

    public Lanes(LaneContext context) {
        this.context = context;
    }

    public Lane of(EventLoop loop) {
        for (Lane lane : lanes) {
            if (lane.loop() == loop) {
                return lane;
            }
        }
        return create(loop);
    }

    private synchronized Lane create(EventLoop loop) {
        for (Lane lane : lanes) {
            if (lane.loop() == loop) {
                return lane;
            }
        }
        if (lanes.size() >= LIMIT) {
            throw new IllegalStateException("more than " + LIMIT + " event loops");
        }
        Lane lane = new Lane(lanes.size(), loop, context);
        lanes.add(lane);
        return lane;
    }

    /** A new session on the lane; to be called there. The id is made by the caller from the number. */
    public Session open(Lane lane, long number, String id, Profile profile, Outlet outlet) {
        sessions.incrementAndGet();
        return lane.add(number, id, profile, outlet);
    }

    /** A number that no session of this node ever had. */
    public long nextNumber(Lane lane) {
        return counter.incrementAndGet() << LANE_BITS | lane.index();
    }

    /** The lane of the session with this number; null for a number that this node never gave. */
    public Lane ofNumber(long number) {
        int index = indexOf(number);
        return index < lanes.size() ? lanes.get(index) : null;
    }

    /** The index of the lane that a number names; it may name none of this node. */
    public static int indexOf(long number) {
        return (int) (number & (LIMIT - 1));
    }

    public Collection<Lane> all() {
        return lanes;
    }

    /** How many there are: the indices of lanes are smaller. */
    public int count() {
        return lanes.size();
    }

    /** Sessions that began here since the start, those that came from other nodes included. */
    public long begun() {
        return counter.get();
    }

    public int sessionCount() {
        return sessions.get();
    }

    /** Bytes held for the session for which most are. Only where nothing happens meanwhile: sessions belong to their lanes. */
    public long fullest() {
        return lanes.stream()
                .flatMap(lane -> lane.sessions().stream())
                .mapToLong(Session::heldBytes)
                .max()
                .orElse(0);
    }

    /** To be called once for each session that ended. */
    public void closed() {
        sessions.decrementAndGet();
    }
}
