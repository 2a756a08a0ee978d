package io.guildhall.rpc;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The channel to one node and the clients that use it. */
final class PeerConnection {
    private final ManagedChannel channel;
    private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();

    PeerConnection(ManagedChannel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    <S> S client(Class<S> service, Function<Channel, S> create) {
        return service.cast(clients.computeIfAbsent(service, wanted -> create.apply(channel)));
    }

    /** Lets answers that are on their way come in, then cuts the connection. Blocks meanwhile. */
    void close(int secondsToFinish) {
        channel.shutdown();
        try {
            channel.awaitTermination(secondsToFinish, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        channel.shutdownNow();
    }

    void closeNow() {
        channel.shutdownNow();
    }
}
