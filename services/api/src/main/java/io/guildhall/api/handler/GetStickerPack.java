package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import jakarta.enterprise.context.ApplicationScoped;

/** An instance has no stickers of its own, and so knows no pack. */
@ApplicationScoped
public class GetStickerPack implements ApiHandler {
    @Override
    public Operation operation() {
        return StickerOperations.GET_STICKER_PACK;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        throw ApiException.of(ErrorCode.UNKNOWN_STICKER_PACK);
    }
}
