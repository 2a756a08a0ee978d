package io.guildhall.rpc;

import io.grpc.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Lets a service hear that its caller went away or that the caller's deadline passed. */
public final class CancelledCalls {
    private CancelledCalls() {}

    /**
     * The same answer, whose subscription is cancelled when the gRPC call that is being served at the time of the
     * subscription is cancelled or its deadline passes. Quarkus subscribes to what a service returns and does not do this
     * by itself. Outside a call it changes nothing.
     */
    public static <T> Uni<T> heeded(Uni<T> answer) {
        return Uni.createFrom().emitter(emitter -> {
            Context call = Context.current();
            Cancellable running = answer.subscribe().with(emitter::complete, emitter::fail);
            Context.CancellationListener gone = context -> running.cancel();
            call.addListener(gone, Runnable::run);
            emitter.onTermination(() -> {
                call.removeListener(gone);
                running.cancel();
            });
        });
    }
}
