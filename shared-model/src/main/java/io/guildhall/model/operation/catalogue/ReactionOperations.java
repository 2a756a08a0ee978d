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
final class ReactionOperations {
    private static final String REACTIONS = "/channels/{channel_id}/messages/{message_id}/reactions";
    private static final String EMOJI = REACTIONS + "/{emoji_name}";

    private ReactionOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listReactions", EMOJI)
                        .in(Scope.CHANNEL)
                        .query(MessageShapes.LIST_REACTIONS)
                        .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
                        .build(),
                change(put("addMyReaction", EMOJI + "/@me"), Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY),
                change(
                        delete("deleteMyReaction", EMOJI + "/@me"),
                        Permission.VIEW_CHANNEL,
                        Permission.READ_MESSAGE_HISTORY),
                change(
                        delete("deleteUserReaction", EMOJI + "/{user_id}"),
                        Permission.VIEW_CHANNEL,
                        Permission.MANAGE_MESSAGES),
                change(delete("deleteEmojiReactions", EMOJI), Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES),
                change(delete("deleteAllReactions", REACTIONS), Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES));
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
