package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import java.util.Map;

/** Answers one operation that no actor owns. May block. */
public interface ApiHandler {
    /** The operation's name in the catalogue. */
    Operation operation();

    /** Headers of its answers. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * @return the answer's JSON; a missing node for no body at all
     * @throws io.guildhall.model.error.ApiException for a refusal
     */
    JsonNode answer(ApiCall call);
}
