package io.guildhall.orchestration.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each node of a stack is told through its environment. */
public final class NodeSettings {
    private static final String HOST = "127.0.0.1";

    /** Of the event log: few, for the few nodes that read it. */
    private static final int PARTITIONS = 4;

    private final StackDirectory directory;
    private final Shape shape;

    public NodeSettings(StackDirectory directory, Shape shape) {
        this.directory = directory;
        this.shape = shape;
    }

    public Map<String, String> of(String node) {
        StackPorts ports = shape.ports();
        String base = "http://" + HOST + ":" + shape.port();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("GUILDHALL_TOKEN_SECRET", directory.secret("token"));
        settings.put("GUILDHALL_CLUSTER_SECRET", directory.secret("cluster"));
        settings.put(
                "GUILDHALL_DISCOVERY_ENDPOINTS",
                (shape.encrypted() ? "https://" : "") + HOST + ":" + ports.of(StackNodes.ETCD));
        settings.put("GUILDHALL_DISCOVERY_HOST", HOST);
        if (shape.encrypted()) {
            encrypt("CLUSTER", settings);
            encrypt("DISCOVERY", settings);
        }
        settings.put("GUILDHALL_PUBLIC_API_URL", base + "/api");
        settings.put("GUILDHALL_PUBLIC_CDN_URL", base + "/cdn");
        switch (StackNodes.service(node)) {
            // The others learn from discovery where the gateways are.
            case "gateway" ->
                settings.put("GUILDHALL_PUBLIC_GATEWAY_URL", "ws://" + HOST + ":" + ports.of(node) + "/gateway");
            case "storage-proxy" -> store(settings);
            case "guild" -> publish(settings);
            case "search" -> search(settings);
            case "push" -> push(settings);
            case "api" -> register(settings);
            default -> {}
        }
        settings.put("GUILDHALL_STORAGE_DIRECTORY", directory.resolve("store").toString());
        settings.put(
                "GUILDHALL_API_ATTACHMENTS_DIRECTORY",
                directory.resolve("attachments").toString());
        listen("QUARKUS_HTTP", ports.of(node), settings);
        listen("QUARKUS_MANAGEMENT", ports.management(node), settings);
        listen("QUARKUS_GRPC_SERVER", ports.internal(node), settings);
        return settings;
    }

    /** What a node shows to the others or to etcd, and whom it trusts. */
    private void encrypt(String side, Map<String, String> settings) {
        Certificates certificates = new Certificates(directory);
        String prefix = "GUILDHALL_" + side + "_TLS_";
        settings.put(prefix + "CERTIFICATE", certificates.certificate().toString());
        settings.put(prefix + "KEY", certificates.key().toString());
        settings.put(prefix + "AUTHORITY", certificates.authority().toString());
    }

    private void store(Map<String, String> settings) {
        if (shape.store() == Store.CASSANDRA) {
            settings.put("GUILDHALL_STORAGE_KIND", "cassandra");
            settings.put(
                    "QUARKUS_CASSANDRA_CONTACT_POINTS",
                    HOST + ":" + shape.ports().of(StackNodes.CASSANDRA));
        }
    }

    /** Where search or push runs, owners tell it what is sent, and whom it is for. */
    private void publish(Map<String, String> settings) {
        if (shape.publishing()) {
            settings.put("GUILDHALL_EVENT_LOG_ENABLED", "true");
            settings.put("GUILDHALL_EVENT_LOG_FACTS", shape.pushing() ? "messages,pushes,devices" : "messages");
            settings.put("GUILDHALL_EVENT_LOG_SERVERS", backend(StackNodes.KAFKA));
            settings.put("GUILDHALL_EVENT_LOG_PARTITIONS", Integer.toString(PARTITIONS));
        }
    }

    private void search(Map<String, String> settings) {
        settings.put("GUILDHALL_EVENT_LOG_SERVERS", backend(StackNodes.KAFKA));
        settings.put("GUILDHALL_SEARCH_CELLS", "one=http://" + backend(StackNodes.ELASTICSEARCH));
        // The cell has one node, and no place for copies.
        settings.put("GUILDHALL_SEARCH_REPLICAS", "0");
    }

    private void push(Map<String, String> settings) {
        settings.put("GUILDHALL_EVENT_LOG_SERVERS", backend(StackNodes.KAFKA));
        settings.put("GUILDHALL_PUSH_KEYS", directory.secret("push", PushKeys::made));
    }

    /** Browsers subscribe with the public one of the keys. */
    private void register(Map<String, String> settings) {
        if (shape.pushing()) {
            settings.put("GUILDHALL_API_PUSH_KEY", PushKeys.publicOf(directory.secret("push", PushKeys::made)));
        }
    }

    private String backend(String name) {
        return HOST + ":" + shape.ports().of(name);
    }

    private static void listen(String prefix, int port, Map<String, String> settings) {
        settings.put(prefix + "_HOST", HOST);
        settings.put(prefix + "_PORT", Integer.toString(port));
    }
}
