package io.guildhall.tests.simulation.network;

import io.grpc.Status;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.tests.simulation.engine.Machine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Function;

/** A machine's clients of one service: what the generated stubs are elsewhere. */
final class SimulatedPeers<S> implements Peers<S> {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Network network;
    private final Machine client;
    private final Class<S> type;

    SimulatedPeers(Network network, Machine client, Class<S> type) {
        this.network = network;
        this.client = client;
        this.type = type;
    }

    @Override
    public S at(Node node) {
        return at(node, DEADLINE);
    }

    @Override
    public S at(Node node, Duration deadline) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(this, arguments);
                    }
                    return call(node, deadline, method, arguments[0]);
                }));
    }

    private Object call(Node node, Duration deadline, Method method, Object request) {
        if (method.getReturnType() == Uni.class) {
            return Uni.createFrom().emitter(emitter -> {
                Link link = network.link(client, node);
                UnaryCall call = new UnaryCall(client, link, emitter, served(link, method), request);
                call.begin(deadline);
            });
        }
        return Multi.createFrom().emitter(emitter -> {
            Link link = network.link(client, node);
            Multi<?> requests = request instanceof Multi<?> stream ? stream : null;
            StreamCall call = new StreamCall(client, link, emitter, served(link, method), requests, request);
            call.begin();
        });
    }

    /** The method of the service at the other end. */
    private Function<Object, Object> served(Link link, Method method) {
        return argument -> {
            Object service = network.service(link.server(), type);
            if (service == null) {
                throw Status.UNIMPLEMENTED.asRuntimeException();
            }
            try {
                return method.invoke(service, argument);
            } catch (InvocationTargetException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(hidden);
            }
        };
    }
}
