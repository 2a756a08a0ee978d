package io.guildhall.tests.simulation.network;

import io.grpc.Status;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Task;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.function.Function;

/** A call with one request and one answer. What was begun at the server goes on when the client gives up. */
final class UnaryCall implements Call {
    private static final Duration REFUSED_AFTER = Duration.ofMillis(2);

    private final Machine client;
    private final Link link;
    private final UniEmitter<Object> emitter;
    private final Function<Object, Object> service;
    private final Object request;
    private Task alarm;

    @SuppressWarnings("unchecked")
    UnaryCall(Machine client, Link link, UniEmitter<?> emitter, Function<Object, Object> service, Object request) {
        this.client = client;
        this.link = link;
        this.emitter = (UniEmitter<Object>) emitter;
        this.service = service;
        this.request = request;
    }

    void begin(Duration deadline) {
        if (link == null || !link.begin(this)) {
            client.engine().after(REFUSED_AFTER, client, this::brokenAtClient);
            return;
        }
        alarm = client.engine().after(deadline, client, () -> fails(Status.DEADLINE_EXCEEDED.asRuntimeException()));
        emitter.onTermination(() -> end());
        link.toServer(() -> link.serverLane().add(this::serve));
    }

    private void serve() {
        try {
            Uni<?> reply = (Uni<?>) service.apply(request);
            reply.subscribe().with(this::answer, this::refuse);
        } catch (RuntimeException failure) {
            refuse(failure);
        }
    }

    private void answer(Object reply) {
        if (link.has(this)) {
            link.toClient(() -> {
                end();
                client.start(() -> emitter.complete(reply));
            });
        }
    }

    private void refuse(Throwable failure) {
        if (link.has(this)) {
            RuntimeException status = Failures.overTheWire(failure);
            link.toClient(() -> fails(status));
        }
    }

    private void fails(RuntimeException failure) {
        end();
        client.start(() -> emitter.fail(failure));
    }

    private void end() {
        link.end(this);
        alarm.cancel();
    }

    @Override
    public void brokenAtClient() {
        if (alarm != null) {
            alarm.cancel();
        }
        client.start(() -> emitter.fail(Status.UNAVAILABLE.asRuntimeException()));
    }

    @Override
    public void brokenAtServer() {
        // Quarkus does not tell a service that its caller of a unary call has gone.
    }
}
