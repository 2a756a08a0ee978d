package io.guildhall.clientport;

import io.guildhall.model.address.Network;
import io.netty.channel.Channel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The port of clients: what connections to it may cost. Those to the ports of operators and of other services go free. */
@Startup
@ApplicationScoped
public class ClientPort {
    private final Set<Integer> others;
    private final Admission admission;

    @Inject
    ClientPort(
            ClientPortConfig config,
            OneVersion server,
            @ConfigProperty(name = "guildhall.public.trusted-proxies") Optional<List<String>> trustedProxies,
            @ConfigProperty(name = "quarkus.management.port") int management,
            @ConfigProperty(name = "quarkus.grpc.server.port") Optional<Integer> services) {
        this.others = Stream.concat(Stream.of(management), services.stream()).collect(Collectors.toUnmodifiableSet());
        List<Network> notCounted = Stream.of(config.notCounted(), trustedProxies)
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .map(Network::parse)
                .toList();
        this.admission = new Admission(
                new Counts(config.maximum(), config.perAddress()),
                notCounted,
                server::options,
                config.headTimeout(),
                config.requestTimeout());
        AcceptedConnections.lead(this);
    }

    void accepted(Channel channel) {
        boolean ofClients = !(channel.parent().localAddress() instanceof InetSocketAddress local)
                || !others.contains(local.getPort());
        if (ofClients) {
            admission.accepted(channel);
        }
    }
}
