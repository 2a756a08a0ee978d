package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.file;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Stickers of guilds, and the packs of the instance. Who may change which of them depends on who made it. */
public final class StickerOperations {
    private static final String STICKERS = "/guilds/{guild_id}/stickers";
    private static final String STICKER = STICKERS + "/{sticker_id}";

    private static final Shape NAME = name(2, 30);
    private static final Shape TAGS = text(1, 200);

    public static final Operation LIST_STICKERS =
            get("listStickers", STICKERS).in(Scope.GUILD).build();

    public static final Operation GET_GUILD_STICKER =
            get("getGuildSticker", STICKER).in(Scope.GUILD).build();

    public static final Operation CREATE_STICKER = post("createSticker", STICKERS)
            .in(Scope.GUILD)
            .status(201)
            .body(object().required("name", NAME)
                    .required("tags", TAGS)
                    .optional("description", StickerOperations::checkDescription)
                    .required("file", file(512 << 10)))
            .withFiles()
            .needs(Permission.CREATE_GUILD_EXPRESSIONS)
            .audit(AuditAction.STICKER_CREATE)
            .build();

    public static final Operation UPDATE_STICKER = patch("updateSticker", STICKER)
            .in(Scope.GUILD)
            .body(object().optional("name", NAME)
                    .optional("tags", TAGS)
                    .nullable("description", StickerOperations::checkDescription))
            .audit(AuditAction.STICKER_UPDATE)
            .build();

    public static final Operation DELETE_STICKER = delete("deleteSticker", STICKER)
            .in(Scope.GUILD)
            .status(204)
            .audit(AuditAction.STICKER_DELETE)
            .build();

    public static final Operation GET_STICKER =
            get("getSticker", "/stickers/{sticker_id}").in(Scope.API).build();

    public static final Operation LIST_STICKER_PACKS =
            get("listStickerPacks", "/sticker-packs").in(Scope.API).build();

    public static final Operation GET_STICKER_PACK =
            get("getStickerPack", "/sticker-packs/{pack_id}").in(Scope.API).build();

    private StickerOperations() {}

    /** Nothing at all, or something that says a little. */
    private static JsonNode checkDescription(JsonNode value, Problems problems) {
        boolean nothing = value.isTextual() && value.textValue().isEmpty();
        return nothing ? value : text(2, 100).check(value, problems);
    }

    static List<Operation> all() {
        return List.of(
                LIST_STICKERS,
                GET_GUILD_STICKER,
                CREATE_STICKER,
                UPDATE_STICKER,
                DELETE_STICKER,
                GET_STICKER,
                LIST_STICKER_PACKS,
                GET_STICKER_PACK);
    }
}
