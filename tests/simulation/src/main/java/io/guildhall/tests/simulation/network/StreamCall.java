package io.guildhall.tests.simulation.network;

import io.grpc.Status;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Strand;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.function.Function;

/**
 * A call with a stream of answers, and one of requests unless it has a single one. Both sides take as fast as the other sends, which
 * is what the generated stubs do.
 */
final class StreamCall implements Call {
    private static final Duration REFUSED_AFTER = Duration.ofMillis(2);

    private final Machine client;
    private final Link link;
    private final MultiEmitter<Object> answers;
    private final Function<Object, Object> service;
    private final Multi<?> requests;
    private final Object request;
    private final Strand clientLane;
    private MultiEmitter<? super Object> arrived;
    private Cancellable sending;
    private Cancellable serving;

    /** @param requests null for a call with a single request */
    @SuppressWarnings("unchecked")
    StreamCall(
            Machine client,
            Link link,
            MultiEmitter<?> answers,
            Function<Object, Object> service,
            Multi<?> requests,
            Object request) {
        this.client = client;
        this.link = link;
        this.answers = (MultiEmitter<Object>) answers;
        this.service = service;
        this.requests = requests;
        this.request = request;
        this.clientLane = new Strand(client);
    }

    void begin() {
        if (link == null || !link.begin(this)) {
            client.engine().after(REFUSED_AFTER, client, this::brokenAtClient);
            return;
        }
        answers.onTermination(this::given);
        link.toServer(() -> link.serverLane().add(this::serve));
        if (requests != null) {
            sending = requests.subscribe()
                    .with(
                            item -> send(() -> arrived.emit(item)),
                            failure -> send(() -> arrived.fail(Failures.overTheWire(failure))),
                            () -> send(() -> arrived.complete()));
        }
    }

    private void send(Runnable arrival) {
        if (link.has(this)) {
            link.toServer(() -> link.serverLane().add(() -> {
                if (arrived != null) {
                    arrival.run();
                }
            }));
        }
    }

    private void serve() {
        try {
            Object argument =
                    requests == null ? request : Multi.createFrom().<Object>emitter(emitter -> arrived = emitter);
            Multi<?> replies = (Multi<?>) service.apply(argument);
            serving = replies.subscribe()
                    .with(
                            item -> answer(() -> answers.emit(item)),
                            failure -> last(() -> answers.fail(Failures.overTheWire(failure))),
                            () -> last(answers::complete));
        } catch (RuntimeException failure) {
            last(() -> answers.fail(Failures.overTheWire(failure)));
        }
    }

    private void answer(Runnable arrival) {
        if (link.has(this)) {
            link.toClient(() -> clientLane.add(arrival));
        }
    }

    private void last(Runnable arrival) {
        answer(() -> {
            link.end(this);
            arrival.run();
        });
    }

    /** The client wants no more: the server hears of it. */
    private void given() {
        if (sending != null) {
            sending.cancel();
        }
        if (link.has(this)) {
            link.toServer(() -> {
                link.end(this);
                link.serverLane().add(this::brokenAtServer);
            });
        }
    }

    @Override
    public void brokenAtClient() {
        clientLane.add(() -> {
            if (sending != null) {
                sending.cancel();
            }
            answers.fail(Status.UNAVAILABLE.asRuntimeException());
        });
    }

    @Override
    public void brokenAtServer() {
        link.serverLane().add(() -> {
            if (serving != null) {
                serving.cancel();
            }
            if (arrived != null) {
                arrived.fail(Status.CANCELLED.asRuntimeException());
            }
        });
    }
}
