package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.Stickers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A sticker that somebody has seen in a message, whichever guild's it is. */
@ApplicationScoped
public class GetSticker implements ApiHandler {
    private final StorageAccess storage;

    @Inject
    public GetSticker(StorageAccess storage) {
        this.storage = storage;
    }

    @Override
    public Operation operation() {
        return StickerOperations.GET_STICKER;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long id = Snowflake.parse(call.path().get("sticker_id"));
        return row(Read.row(ExpressionOwners.TABLE, id))
                .filter(owner -> owner.get(ExpressionOwners.KIND, 0L) == ExpressionOwners.STICKER)
                .flatMap(owner -> row(Read.row(Stickers.TABLE, owner.get(ExpressionOwners.OWNER_ID), id)))
                .map(sticker -> Json.<JsonNode>tree(Sticker.from(sticker, null)))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_STICKER));
    }

    private Optional<RowView> row(ReadRequest read) {
        return storage.row(read).await().indefinitely();
    }
}
