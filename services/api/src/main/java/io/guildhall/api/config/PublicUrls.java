package io.guildhall.api.config;

import io.guildhall.api.call.Unavailable.NobodyThere;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses that answers contain. */
@ApplicationScoped
public class PublicUrls {
    private final PublicConfig config;
    private final Discovery discovery;
    private final String host;
    private final int port;

    @Inject
    public PublicUrls(
            PublicConfig config,
            Discovery discovery,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.config = config;
        this.discovery = discovery;
        this.host = host.equals("0.0.0.0") ? "localhost" : host;
        this.port = port;
    }

    /** Where attachments and pictures are, without a slash at the end. */
    public String cdn() {
        return config.cdnUrl().orElseGet(() -> "http://" + host + ":" + port + "/cdn");
    }

    /** Where the REST API is, without a slash at the end. */
    public String api() {
        return config.apiUrl().orElseGet(() -> "http://" + host + ":" + port + "/api");
    }

    /** What the instance is called where it vouches for somebody: the API's address without its last part. */
    public String issuer() {
        String api = api();
        return api.endsWith("/api") ? api.substring(0, api.length() - "/api".length()) : api;
    }

    /** A gateway: the configured address, or that of any live gateway node. */
    public String gateway() {
        return config.gatewayUrl().orElseGet(this::anyGateway);
    }

    private String anyGateway() {
        List<Node> nodes = discovery.nodes(Role.GATEWAY).stream()
                .filter(node -> !node.draining() && !node.publicUrl().isEmpty())
                .toList();
        if (nodes.isEmpty()) {
            throw new NobodyThere("gateway");
        }
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())).publicUrl();
    }
}
