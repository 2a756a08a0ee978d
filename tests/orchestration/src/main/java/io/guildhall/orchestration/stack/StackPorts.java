package io.guildhall.orchestration.stack;

/**
 * Where the processes of a stack listen on loopback, counted from the base port P: api P and P+1, gateways P+11 and P+12 (clients
 * connect to these); health and metrics of each 50 higher, and of storage-proxy P+71 and P+72, guild P+81 and P+82, relay P+91 and
 * P+92; internal gRPC of gateways P+111 and P+112, storage-proxy P+121 and P+122, guild P+131 and P+132, relay P+141 and P+142; etcd
 * P+200, P+201; Cassandra P+202, P+203; search P+45 and P+46, push P+47 and P+48, 50 and 100 higher as the others; Kafka P+204, P+205; Elasticsearch P+206, P+207.
 *
 * @param base P
 */
public record StackPorts(int base) {
    private static final int MANAGEMENT = 50;
    private static final int INTERNAL = 100;

    /** Of its HTTP server; of a backend, where its clients connect. */
    public int of(String node) {
        return switch (node) {
            case StackNodes.ETCD -> base + 200;
            case StackNodes.CASSANDRA -> base + 202;
            case StackNodes.KAFKA -> base + 204;
            case StackNodes.ELASTICSEARCH -> base + 206;
            default -> base + first(StackNodes.service(node)) + StackNodes.number(node);
        };
    }

    /** Its health and metrics. */
    public int management(String node) {
        return of(node) + MANAGEMENT;
    }

    /** Its internal gRPC. */
    public int internal(String node) {
        return of(node) + INTERNAL;
    }

    public int etcdPeers() {
        return base + 201;
    }

    public int cassandraPeers() {
        return base + 203;
    }

    public int kafkaControl() {
        return base + 205;
    }

    public int elasticsearchPeers() {
        return base + 207;
    }

    /** One below that of the first node of a service. */
    private static int first(String service) {
        return switch (service) {
            case "api" -> -1;
            case "gateway" -> 10;
            case "storage-proxy" -> 20;
            case "guild" -> 30;
            case "relay" -> 40;
            // Beyond what the others count from themselves, whose third tens are all taken.
            case "search" -> 44;
            case "push" -> 46;
            default -> throw new IllegalArgumentException("a stack has no " + service);
        };
    }
}
