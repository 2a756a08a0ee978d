package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.object;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Custom emojis of applications, for their bots alone. */
public final class ApplicationEmojiOperations {
    private static final String EMOJIS = "/applications/{application_id}/emojis";
    private static final String EMOJI = EMOJIS + "/{emoji_id}";

    public static final Operation LIST_APPLICATION_EMOJIS =
            get("listApplicationEmojis", EMOJIS).in(Scope.APPLICATION).build();

    public static final Operation GET_APPLICATION_EMOJI =
            get("getApplicationEmoji", EMOJI).in(Scope.APPLICATION).build();

    public static final Operation CREATE_APPLICATION_EMOJI = post("createApplicationEmoji", EMOJIS)
            .in(Scope.APPLICATION)
            .status(201)
            .body(object().required("name", EmojiOperations.NAME).required("image", EmojiOperations.IMAGE))
            .build();

    public static final Operation UPDATE_APPLICATION_EMOJI = patch("updateApplicationEmoji", EMOJI)
            .in(Scope.APPLICATION)
            .body(object().optional("name", EmojiOperations.NAME))
            .build();

    public static final Operation DELETE_APPLICATION_EMOJI = delete("deleteApplicationEmoji", EMOJI)
            .in(Scope.APPLICATION)
            .status(204)
            .build();

    private ApplicationEmojiOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_APPLICATION_EMOJIS,
                GET_APPLICATION_EMOJI,
                CREATE_APPLICATION_EMOJI,
                UPDATE_APPLICATION_EMOJI,
                DELETE_APPLICATION_EMOJI);
    }
}
