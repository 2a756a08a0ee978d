package io.guildhall.libraries.discord4j;

import io.guildhall.libraries.stage.Stage;
import io.netty.channel.ChannelPipeline;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/**
 * Discord4J has Discord's address as a constant, with HTTPS. The HTTP client is a setting: this one finds the instance under every name,
 * and speaks plain text to it.
 */
final class PlainText extends AddressResolverGroup<InetSocketAddress> {
    private PlainText() {}

    static HttpClient client() {
        return HttpClient.create().resolver(new PlainText()).doOnChannelInit((observer, channel, address) -> {
            ChannelPipeline pipeline = channel.pipeline();
            for (String name : List.of(NettyPipeline.SslReader, NettyPipeline.SslHandler)) {
                if (pipeline.get(name) != null) {
                    pipeline.remove(name);
                }
            }
        });
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return !address.isUnresolved();
            }

            @Override
            protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
                promise.setSuccess(instance());
            }

            @Override
            protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
                promise.setSuccess(List.of(instance()));
            }
        };
    }

    private static InetSocketAddress instance() {
        URI api = URI.create(Stage.API);
        return new InetSocketAddress(api.getHost(), api.getPort());
    }
}
