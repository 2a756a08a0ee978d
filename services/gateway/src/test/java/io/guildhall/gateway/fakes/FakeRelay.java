package io.guildhall.gateway.fakes;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.Greeting;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A relay with one stream to the gateway under test. Numbers the events of each actor. */
public final class FakeRelay {
    private final UnicastProcessor<RelayFrame> frames = UnicastProcessor.create();
    private final BlockingQueue<GatewayAck> acknowledgements = new LinkedBlockingQueue<>();
    private final Map<ActorKey, Long> sequences = new ConcurrentHashMap<>();
    private final Map<ActorKey, Long> epochs = new ConcurrentHashMap<>();
    private long number;
    private volatile long acknowledged;

    public void open(Function<Multi<RelayFrame>, Multi<GatewayAck>> gateway) {
        gateway.apply(frames).subscribe().with(acknowledgements::add, failure -> {});
    }

    /** Where the actor's events stand. */
    public synchronized Position position(ActorKey actor) {
        return Position.newBuilder()
                .setEpoch(epochs.getOrDefault(actor, 1L))
                .setSequence(sequences.getOrDefault(actor, 0L))
                .build();
    }

    /** Sends the actor's next event. */
    public synchronized void event(ActorKey actor, String name, String payload, Long... sessions) {
        long sequence = sequences.merge(actor, 1L, Long::sum);
        send(actor, epochs.getOrDefault(actor, 1L), sequence, name, payload, sessions);
    }

    /** An epoch of the actor that is later than all before it. */
    public long nextEpoch(ActorKey actor) {
        return epochs.getOrDefault(actor, 1L) + 1;
    }

    /** Sends an event with a position of its own. */
    public synchronized void send(
            ActorKey actor, long epoch, long sequence, String name, String payload, Long... sessions) {
        number++;
        epochs.merge(actor, epoch, Math::max);
        sequences.merge(actor, sequence, Math::max);
        frames.onNext(RelayFrame.newBuilder()
                .setNumber(number)
                .setActor(actor)
                .setPosition(Position.newBuilder().setEpoch(epoch).setSequence(sequence))
                .setName(name)
                .addDeliveries(Delivery.newBuilder()
                        .setPayload(ByteString.copyFromUtf8(payload))
                        .addAllSessions(List.of(sessions)))
                .build());
    }

    /** Says that it dropped these sessions. */
    public synchronized void greet(Long... dropped) {
        frames.onNext(RelayFrame.newBuilder()
                .setNumber(number)
                .setGreeting(
                        Greeting.newBuilder().setRelay("relay-a").setLine(2).addAllDroppedSessions(List.of(dropped)))
                .build());
    }

    public GatewayAck acknowledgement() throws InterruptedException {
        GatewayAck next = acknowledgements.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new IllegalStateException("no acknowledgement came");
        }
        acknowledged = next.getNumber();
        return next;
    }

    /** The number of the last frame. */
    public synchronized long sent() {
        return number;
    }

    /** The number of the last acknowledgement that was taken. */
    public long acknowledged() {
        return acknowledged;
    }
}
