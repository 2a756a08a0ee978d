package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;
import java.util.regex.Pattern;

/** Custom emojis of guilds. Who may change which of them depends on who made it. */
public final class EmojiOperations {
    private static final String EMOJIS = "/guilds/{guild_id}/emojis";
    private static final String EMOJI = EMOJIS + "/{emoji_id}";

    /** Clients keep the decoded pictures of all emojis that they show, so their size is bounded twice. */
    static final Shape IMAGE = image(256 << 10, 1024);

    static final Shape NAME = text(2, 32)
            .matching(
                    Pattern.compile("[A-Za-z0-9_]+"),
                    "STRING_TYPE_REGEX",
                    "String value did not match validation regex.");

    private static final Shape ROLES = list(0, 250, snowflake()).distinct();

    public static final Operation LIST_EMOJIS =
            get("listEmojis", EMOJIS).in(Scope.GUILD).build();

    public static final Operation GET_EMOJI =
            get("getEmoji", EMOJI).in(Scope.GUILD).build();

    public static final Operation CREATE_EMOJI = post("createEmoji", EMOJIS)
            .in(Scope.GUILD)
            .status(201)
            .body(object().required("name", NAME).required("image", IMAGE).optional("roles", ROLES))
            .needs(Permission.CREATE_GUILD_EXPRESSIONS)
            .audit(AuditAction.EMOJI_CREATE)
            .build();

    public static final Operation UPDATE_EMOJI = patch("updateEmoji", EMOJI)
            .in(Scope.GUILD)
            .body(object().optional("name", NAME).nullable("roles", ROLES))
            .audit(AuditAction.EMOJI_UPDATE)
            .build();

    public static final Operation DELETE_EMOJI = delete("deleteEmoji", EMOJI)
            .in(Scope.GUILD)
            .status(204)
            .audit(AuditAction.EMOJI_DELETE)
            .build();

    private EmojiOperations() {}

    static List<Operation> all() {
        return List.of(LIST_EMOJIS, GET_EMOJI, CREATE_EMOJI, UPDATE_EMOJI, DELETE_EMOJI);
    }
}
