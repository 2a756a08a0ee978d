package io.guildhall.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Calls that end when the caller cancels the subscription to the answer, so that the called node hears of it. The
 * generated clients let such a call run on to its end.
 */
final class UnaryCalls {
    private final Channel channel;
    private final CallOptions options;

    /** @param deadline counted from now; empty: that of the connection, for each call anew */
    UnaryCalls(Channel channel, Optional<Duration> deadline) {
        this.channel = channel;
        this.options = deadline.map(
                        left -> CallOptions.DEFAULT.withDeadline(Deadline.after(left.toNanos(), TimeUnit.NANOSECONDS)))
                .orElse(CallOptions.DEFAULT);
    }

    /** The call is made at the subscription, on the subscriber's thread: calls leave in the order of the subscriptions. */
    <Q, R> Uni<R> send(MethodDescriptor<Q, R> method, Q request) {
        return Uni.createFrom().emitter(emitter -> {
            ClientCall<Q, R> call = channel.newCall(method, options);
            ClientCalls.asyncUnaryCall(call, request, new Answer<>(emitter));
            emitter.onTermination(() -> call.cancel("nobody waits for the answer any more", null));
        });
    }

    private record Answer<R>(UniEmitter<? super R> emitter) implements StreamObserver<R> {
        @Override
        public void onNext(R value) {
            emitter.complete(value);
        }

        @Override
        public void onError(Throwable failure) {
            emitter.fail(failure);
        }

        @Override
        public void onCompleted() {
            // The answer has come before; without one, gRPC itself calls onError.
        }
    }
}
