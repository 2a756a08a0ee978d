package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import java.util.function.Function;

/** A handler that is one method of a class which answers several operations. */
public record Answering(Operation operation, Function<ApiCall, JsonNode> way) implements ApiHandler {
    @Override
    public JsonNode answer(ApiCall call) {
        return way.apply(call);
    }
}
