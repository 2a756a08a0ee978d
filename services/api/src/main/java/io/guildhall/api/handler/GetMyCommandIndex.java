package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** The commands that people have wherever they are. Applications are installed for guilds only, so there are none. */
@ApplicationScoped
public class GetMyCommandIndex implements ApiHandler {
    @Override
    public Operation operation() {
        return InteractionOperations.GET_MY_COMMAND_INDEX;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ObjectNode index = Json.object().put("version", "0");
        index.putArray("applications");
        index.putArray("application_commands");
        return index;
    }
}
