package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A new token for an application's bot; the old one is revoked and its sessions end. */
@ApplicationScoped
public class ResetBotToken implements ApiHandler {
    private final CreateBot createBot;

    @Inject
    public ResetBotToken(CreateBot createBot) {
        this.createBot = createBot;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.RESET_BOT_TOKEN;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return createBot.answer(call);
    }
}
