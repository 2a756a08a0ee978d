package io.guildhall.relay;

import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.Greeting;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.TakeOverReply;
import io.guildhall.model.rpc.TakeOverRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway node that remembers its frames and acknowledges them at once, or only when told. */
public final class FakeGateway implements GatewayNode {
    private final List<RelayFrame> frames = new CopyOnWriteArrayList<>();
    private final List<List<RelayFrame>> streams = new CopyOnWriteArrayList<>();
    private final Set<Long> unknown = new ConcurrentSkipListSet<>();
    private volatile MultiEmitter<? super GatewayAck> emitter;
    private final List<Greeting> greetings = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile int failures;

    @Override
    public Multi<GatewayAck> deliver(Multi<RelayFrame> incoming) {
        if (failures > 0) {
            failures--;
            throw new AssertionError("this call fails");
        }
        List<RelayFrame> stream = new CopyOnWriteArrayList<>();
        streams.add(stream);
        return Multi.createFrom().emitter(created -> {
            emitter = created;
            incoming.subscribe()
                    .with(
                            frame -> {
                                if (frame.hasGreeting()) {
                                    greetings.add(frame.getGreeting());
                                } else {
                                    stream.add(frame);
                                    frames.add(frame);
                                }
                                if (!silent) {
                                    acknowledge(frame);
                                }
                            },
                            created::fail,
                            created::complete);
        });
    }

    @Override
    public Uni<TakeOverReply> takeOver(TakeOverRequest request) {
        return Uni.createFrom().item(TakeOverReply.getDefaultInstance());
    }

    /** From now on nothing is acknowledged. */
    public void beSilent() {
        silent = true;
    }

    /** Acknowledges everything on the present stream and whatever comes. */
    public void speak() {
        silent = false;
        List<RelayFrame> present = streams.getLast();
        if (!present.isEmpty()) {
            acknowledge(present.getLast());
        }
    }

    /** The next calls throw an Error. */
    public void failNext(int calls) {
        failures = calls;
    }

    public List<Greeting> greetings() {
        return greetings;
    }

    public void forget(long session) {
        unknown.add(session);
    }

    /** The connection breaks, as soon as there is one. */
    public void disconnect() {
        RelayHarness.eventually(() -> emitter != null);
        emitter.fail(new IllegalStateException("the connection broke"));
    }

    public List<RelayFrame> frames() {
        return frames;
    }

    public List<List<RelayFrame>> streams() {
        return streams;
    }

    /** The event names that this session received, in order, over all streams. */
    public List<String> received(long session) {
        return new ArrayList<>(frames.stream()
                .filter(frame -> frame.getDeliveriesList().stream()
                        .anyMatch(delivery -> delivery.getSessionsList().contains(session)))
                .map(RelayFrame::getName)
                .toList());
    }

    private void acknowledge(RelayFrame frame) {
        emitter.emit(GatewayAck.newBuilder()
                .setNumber(frame.getNumber())
                .addAllUnknownSessions(frame.getDeliveriesList().stream()
                        .flatMap(delivery -> delivery.getSessionsList().stream())
                        .filter(unknown::contains)
                        .toList())
                .build());
    }
}
