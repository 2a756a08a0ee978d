package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** An instance has no stickers of its own. */
@ApplicationScoped
public class ListStickerPacks implements ApiHandler {
    @Override
    public Operation operation() {
        return StickerOperations.LIST_STICKER_PACKS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ObjectNode packs = Json.object();
        packs.putArray("sticker_packs");
        return packs;
    }
}
