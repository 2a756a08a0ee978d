package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.put;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Reactions. {@code emoji_name} is an emoji itself, or {@code name:id}. */
public final class ReactionOperations {
    private static final String REACTIONS = "/channels/{channel_id}/messages/{message_id}/reactions";
    private static final String EMOJI = REACTIONS + "/{emoji_name}";

    public static final Operation LIST_REACTIONS = get("listReactions", EMOJI)
            .in(Scope.CHANNEL)
            .query(MessageShapes.LIST_REACTIONS)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .build();

    public static final Operation ADD_MY_REACTION =
            change(put("addMyReaction", EMOJI + "/@me"), Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    public static final Operation DELETE_MY_REACTION = change(
            delete("deleteMyReaction", EMOJI + "/@me"), Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    public static final Operation DELETE_USER_REACTION = change(
            delete("deleteUserReaction", EMOJI + "/{user_id}"), Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES);

    public static final Operation DELETE_EMOJI_REACTIONS =
            change(delete("deleteEmojiReactions", EMOJI), Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES);

    public static final Operation DELETE_ALL_REACTIONS =
            change(delete("deleteAllReactions", REACTIONS), Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES);

    private ReactionOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_REACTIONS,
                ADD_MY_REACTION,
                DELETE_MY_REACTION,
                DELETE_USER_REACTION,
                DELETE_EMOJI_REACTIONS,
                DELETE_ALL_REACTIONS);
    }

    private static Operation change(Operation.Builder operation, Permission... permissions) {
        return operation
                .in(Scope.CHANNEL)
                .status(204)
                .needs(permissions)
                .limit(RateLimit.REACTION)
                .build();
    }
}
