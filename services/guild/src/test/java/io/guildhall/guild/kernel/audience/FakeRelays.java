package io.guildhall.guild.kernel.audience;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Relays that keep what they are sent, and say what the test wants. */
public final class FakeRelays implements Peers<Relay> {
    /** One relay's side of the stream. */
    public static final class FakeRelay implements Relay {
        public final List<OwnerFrame> frames = new CopyOnWriteArrayList<>();
        public volatile MultiEmitter<? super RelayNotice> notices;

        /** How many were begun. */
        final AtomicInteger streams = new AtomicInteger();

        /** Whether every stream to it fails at once. */
        volatile boolean refusing;

        /** Whether it reads at all. */
        volatile boolean deaf;

        /** Whether a stream to it was cut. */
        volatile boolean cut;

        /** Whether it says that it has taken in what it reads. */
        volatile boolean taking = true;

        @Override
        public Multi<RelayNotice> deliver(Multi<OwnerFrame> incoming) {
            streams.incrementAndGet();
            if (refusing) {
                return Multi.createFrom().failure(new IllegalStateException("not here"));
            }
            return Multi.createFrom().emitter(emitter -> {
                notices = emitter;
                if (!deaf) {
                    incoming.subscribe().with(this::read, failure -> cut = true);
                }
            });
        }

        /** Takes in everything that was read so far, and whatever comes. */
        void takeAll() {
            taking = true;
            takeLast();
        }

        /** Takes in everything that was read so far. */
        void takeLast() {
            taken(frames.getLast());
        }

        private void read(OwnerFrame frame) {
            frames.add(frame);
            if (taking) {
                taken(frame);
            }
        }

        private void taken(OwnerFrame frame) {
            notices.emit(RelayNotice.newBuilder().setTaken(frame.getNumber()).build());
        }

        public List<String> events() {
            return frames.stream()
                    .filter(OwnerFrame::hasEvent)
                    .map(frame -> frame.getEvent().getName())
                    .toList();
        }

        public List<String> backlog() {
            return frames.stream()
                    .filter(OwnerFrame::hasJoin)
                    .flatMap(frame -> frame.getJoin().getBacklogList().stream())
                    .map(PositionedEvent::getEvent)
                    .map(event -> event.getName())
                    .toList();
        }

        public List<Long> joined() {
            return frames.stream()
                    .filter(OwnerFrame::hasJoin)
                    .flatMap(frame -> frame.getJoin().getSessionsList().stream())
                    .map(JoiningSession::getSession)
                    .map(session -> session.getRef().getNumber())
                    .toList();
        }

        long partitions() {
            return frames.stream()
                    .filter(OwnerFrame::hasJoin)
                    .map(frame -> frame.getJoin().getPartition())
                    .distinct()
                    .count();
        }
    }

    private final Map<String, FakeRelay> relays = new ConcurrentHashMap<>();

    @Override
    public Relay at(Node node) {
        return relay(node.id());
    }

    public FakeRelay relay(String id) {
        return relays.computeIfAbsent(id, missing -> new FakeRelay());
    }
}
