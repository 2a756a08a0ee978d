package io.guildhall.gateway.handover;

import com.google.protobuf.ByteString;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Holdings;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.SessionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Leaves what nobody fetched where the next node finds it. */
@ApplicationScoped
public class Parking {
    private static final Logger LOG = Logger.getLogger(Parking.class);
    /** As many as wait in line at Redis without looking as if it were away. */
    private static final int TOGETHER = 256;

    /** What a session may take there; one that has so much to bring back is over. */
    private static final int LARGEST = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SessionRegistry registry;
    private final ParkedSessions parked;

    public Parking(SessionRegistry registry, ParkedSessions parked) {
        this.registry = registry;
        this.parked = parked;
    }

    /** Parks as many sessions as it can in a few seconds; blocks. The others are as they were. */
    public void parkAll() throws InterruptedException {
        if (!parked.possible()) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Lane lane : List.copyOf(registry.lanes().all())) {
            Queue<Session> left = new ConcurrentLinkedQueue<>();
            if (!await(onLane(lane, () -> left.addAll(lane.sessions())), deadline)) {
                return;
            }
            while (!left.isEmpty()) {
                List<CompletableFuture<Void>> puts = new ArrayList<>();
                CompletableFuture<Void> taken = onLane(lane, () -> {
                    for (int count = 0; count < TOGETHER && !left.isEmpty(); count++) {
                        puts.add(park(left.remove()));
                    }
                });
                if (!await(taken, deadline)
                        || !await(CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new)), deadline)) {
                    LOG.info("Sessions that nobody fetched could not all be parked");
                    return;
                }
            }
        }
    }

    private static CompletableFuture<Void> onLane(Lane lane, Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        lane.runLater(() -> {
            try {
                task.run();
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    /** On its lane. */
    private CompletableFuture<Void> park(Session session) {
        if (session.phase() != Phase.READY) {
            return CompletableFuture.completedFuture(null);
        }
        Holdings.giveUpAll(session);
        SessionState state = SessionState.take(session, session.replay().firstSequence() - 1);
        session.closeOutlet();
        session.lane().end(session);
        ByteString bytes = StateCodec.encode(state);
        return bytes.size() > LARGEST
                ? CompletableFuture.completedFuture(null)
                : parked.put(state.id(), state.profile().userId(), bytes).toCompletableFuture();
    }

    private static boolean await(CompletableFuture<Void> task, long deadline) throws InterruptedException {
        try {
            task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException failure) {
            return false;
        }
    }
}
