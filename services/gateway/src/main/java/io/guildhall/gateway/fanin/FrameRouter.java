package io.guildhall.gateway.fanin;

import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.LaneEvent;
import io.guildhall.gateway.session.LaneFrame;
import io.guildhall.gateway.session.Lanes;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.Greeting;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.trace.TraceParent;
import io.guildhall.observability.trace.Traces;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Splits a relay's frame by lanes. The payload becomes one shared {@link Dispatch} per variant; each lane gets the numbers
 * of its own sessions and works through them on its loop.
 */
public final class FrameRouter {
    private static final char CONTROL = '$';

    private final RelayLines lines = new RelayLines();
    private final Lanes lanes;
    private final Traces traces;
    private final LongConsumer nanos;
    private final Consumer<Greeting> greetings;

    /**
     * @param greetings told of the first frame of each stream, before anything after it is delivered
     * @param nanos told how long each frame took, on any thread
     */
    public FrameRouter(Lanes lanes, Consumer<Greeting> greetings, Traces traces, LongConsumer nanos) {
        this.lanes = lanes;
        this.greetings = greetings;
        this.traces = traces;
        this.nanos = nanos;
    }

    /** The line of a stream that begins with this greeting; to be given back by {@link #ended}. */
    RelayLine begun(Greeting greeting) {
        return lines.begin(greeting);
    }

    void ended(RelayLine line) {
        lines.end(line);
    }

    /**
     * Hands the frame to its sessions, unless its line is over by the time of their turn.
     *
     * @param delivered called once, on any thread, when every session has the event
     */
    void route(RelayFrame frame, RelayLine line, Consumer<Delivered> delivered) {
        if (frame.hasGreeting()) {
            greetings.accept(frame.getGreeting());
            delivered.accept(Delivered.EVERYWHERE);
            return;
        }
        Consumer<Delivered> measured = measured(delivered);
        deliver(frame, line, traces.on() && !frame.getTrace().isEmpty() ? traced(frame, measured) : measured);
    }

    private Consumer<Delivered> measured(Consumer<Delivered> delivered) {
        long began = System.nanoTime();
        return done -> {
            nanos.accept(System.nanoTime() - began);
            delivered.accept(done);
        };
    }

    private Consumer<Delivered> traced(RelayFrame frame, Consumer<Delivered> delivered) {
        Span span = traces.begin("gateway delivery", TraceParent.read(frame.getTrace()));
        return done -> {
            span.end();
            delivered.accept(done);
        };
    }

    private void deliver(RelayFrame frame, RelayLine line, Consumer<Delivered> delivered) {
        List<Long> unknown = new ArrayList<>(0);
        List<LaneFrame> parts;
        try {
            parts = split(frame, unknown);
        } catch (Throwable failure) {
            abandon(frame, failure);
            delivered.accept(Delivered.EVERYWHERE);
            return;
        }
        if (parts.isEmpty()) {
            delivered.accept(new Delivered(unknown, 0));
            return;
        }
        AtomicInteger open = new AtomicInteger(parts.size());
        AtomicLong newerEpoch = new AtomicLong();
        for (LaneFrame part : parts) {
            part.lane().runLater(() -> {
                Guard.PROCESS.run(
                        () -> {
                            // A later greeting marks its sessions on this lane: what comes behind that is not for them.
                            List<Long> unknownThere = line.over() ? List.of() : part.deliver();
                            if (part.newerEpoch() != 0) {
                                newerEpoch.accumulateAndGet(part.newerEpoch(), Math::max);
                            }
                            if (!unknownThere.isEmpty()) {
                                synchronized (unknown) {
                                    unknown.addAll(unknownThere);
                                }
                            }
                        },
                        part::abandon);
                if (open.decrementAndGet() == 0) {
                    delivered.accept(new Delivered(unknown, newerEpoch.get()));
                }
            });
        }
    }

    /** Ends the sessions of a frame that could not be read: sent again it would fail again. */
    private void abandon(RelayFrame frame, Throwable failure) {
        Guard.PROCESS.check(failure);
        for (Delivery delivery : frame.getDeliveriesList()) {
            for (long number : delivery.getSessionsList()) {
                Lane lane = lanes.ofNumber(number);
                if (lane != null) {
                    lane.runLater(() -> {
                        Session session = lane.find(number);
                        if (session != null) {
                            lane.fail(session, failure);
                        }
                    });
                }
            }
        }
    }

    private List<LaneFrame> split(RelayFrame frame, List<Long> unknown) {
        LaneFrame[] parts = new LaneFrame[lanes.count()];
        boolean control = !frame.getName().isEmpty() && frame.getName().charAt(0) == CONTROL;
        for (Delivery delivery : frame.getDeliveriesList()) {
            Dispatch dispatch =
                    new Dispatch(frame.getName(), delivery.getPayload().toByteArray());
            long[][] numbers = byLane(delivery, parts.length, unknown);
            for (int index = 0; index < parts.length; index++) {
                if (numbers[index].length > 0) {
                    if (parts[index] == null) {
                        Lane lane = lanes.ofNumber(numbers[index][0]);
                        parts[index] = new LaneFrame(lane, frame.getBacklog());
                    }
                    parts[index].add(event(frame, dispatch, control, numbers[index]));
                }
            }
        }
        return Arrays.stream(parts).filter(part -> part != null).toList();
    }

    private static LaneEvent event(RelayFrame frame, Dispatch dispatch, boolean control, long[] numbers) {
        return new LaneEvent(
                frame.getActor().getId(),
                frame.getPartition(),
                frame.getPosition().getEpoch(),
                frame.getPosition().getSequence(),
                dispatch,
                control,
                numbers);
    }

    private static long[][] byLane(Delivery delivery, int lanes, List<Long> unknown) {
        int total = delivery.getSessionsCount();
        int[] counts = new int[lanes];
        for (int index = 0; index < total; index++) {
            int lane = Lanes.indexOf(delivery.getSessions(index));
            if (lane < lanes) {
                counts[lane]++;
            } else {
                unknown.add(delivery.getSessions(index));
            }
        }
        long[][] numbers = new long[lanes][];
        for (int lane = 0; lane < lanes; lane++) {
            numbers[lane] = new long[counts[lane]];
        }
        for (int index = total - 1; index >= 0; index--) {
            long number = delivery.getSessions(index);
            int lane = Lanes.indexOf(number);
            if (lane < lanes) {
                counts[lane]--;
                numbers[lane][counts[lane]] = number;
            }
        }
        return numbers;
    }
}
