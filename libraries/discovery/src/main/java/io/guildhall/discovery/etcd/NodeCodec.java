package io.guildhall.discovery.etcd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A node as it stands in etcd: JSON under {@code PREFIX/nodes/<role>/<id>}. */
final class NodeCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String folder;

    NodeCodec(String prefix) {
        folder = prefix + "/nodes/";
    }

    /** What every node's key begins with. */
    ByteString folder() {
        return ByteString.copyFromUtf8(folder);
    }

    ByteString key(Node node) {
        String role = node.role().name().toLowerCase(Locale.ROOT);
        return ByteString.copyFromUtf8(folder + role + "/" + node.id());
    }

    ByteString value(Node node) {
        JsonNode json = JSON.createObjectNode()
                .put("id", node.id())
                .put("role", node.role().name())
                .put("address", node.address())
                .put("public_url", node.publicUrl())
                .put("draining", node.draining())
                .put("contract", node.contract());
        return ByteString.copyFromUtf8(json.toString());
    }

    /** Empty for a value that another version, or somebody by hand, wrote so that it makes no sense here. */
    Optional<Node> read(ByteString value) {
        try {
            JsonNode json = JSON.readTree(value.toString(StandardCharsets.UTF_8));
            return Optional.of(new Node(
                    json.path("id").asText(),
                    Role.valueOf(json.path("role").asText()),
                    json.path("address").asText(),
                    json.path("public_url").asText(),
                    json.path("draining").asBoolean(),
                    json.path("contract").asInt()));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
