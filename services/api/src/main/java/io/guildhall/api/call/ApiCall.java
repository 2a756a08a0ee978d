package io.guildhall.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.rpc.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed every check that can be made without an owner.
 *
 * @param path the path's parameters, {@code @me} replaced by the id it stands for
 * @param query clean; empty when the operation declares none
 * @param body clean; a missing node when the operation declares none
 * @param reason X-Audit-Log-Reason, decoded; empty when absent
 * @param locale that the caller's client is set to; empty when it does not say
 */
public record ApiCall(
        Operation operation,
        Optional<Identity> identity,
        Map<String, String> path,
        ObjectNode query,
        JsonNode body,
        String reason,
        String locale,
        List<StoredFile> files,
        String address) {
    /** The caller of an operation that demands one. */
    public Identity caller() {
        return identity.orElseThrow(() -> new IllegalStateException(operation.name() + " lets anyone in"));
    }
}
