package io.guildhall.gateway.connection;

import io.guildhall.gateway.wire.Compression;
import io.guildhall.gateway.wire.Encoding;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query with which a client connects.
 *
 * @param version 0 when it is none that this gateway speaks
 * @param encoding empty when it is none that this gateway speaks
 * @param compression empty when it is none that this gateway speaks
 */
record ConnectionQuery(int version, Optional<Encoding> encoding, Optional<Compression> compression) {
    private static final int LATEST = 10;

    static ConnectionQuery parse(String query) {
        Map<String, List<String>> parameters =
                query == null ? Map.of() : new QueryStringDecoder(query, false).parameters();
        return new ConnectionQuery(
                version(first(parameters, "v", Integer.toString(LATEST))),
                Encoding.find(first(parameters, "encoding", "json")),
                Compression.find(first(parameters, "compress", "")));
    }

    /** False: the connection is closed right after the handshake, so that the client learns why. */
    boolean supported() {
        return version != 0 && encoding.isPresent() && compression.isPresent();
    }

    private static int version(String text) {
        return switch (text) {
            case "9" -> 9;
            case "10" -> LATEST;
            default -> 0;
        };
    }

    private static String first(Map<String, List<String>> parameters, String name, String absent) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? absent : values.getFirst();
    }
}
