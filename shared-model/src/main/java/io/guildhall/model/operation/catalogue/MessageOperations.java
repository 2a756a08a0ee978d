package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Messages: write, read, change, remove. */
public final class MessageOperations {
    private static final String MESSAGES = "/channels/{channel_id}/messages";
    private static final String MESSAGE = MESSAGES + "/{message_id}";

    public static final Operation LIST_MESSAGES = get("listMessages", MESSAGES)
            .in(Scope.CHANNEL)
            .query(MessageShapes.LIST)
            .needs(Permission.VIEW_CHANNEL)
            .limit(RateLimit.READ)
            .build();

    public static final Operation CREATE_MESSAGE = post("createMessage", MESSAGES)
            .in(Scope.CHANNEL)
            .body(MessageShapes.CREATE)
            .withFiles()
            .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
            .limit(RateLimit.MESSAGE_CREATE)
            .build();

    public static final Operation GET_MESSAGE = get("getMessage", MESSAGE)
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .limit(RateLimit.READ)
            .build();

    public static final Operation UPDATE_MESSAGE = patch("updateMessage", MESSAGE)
            .in(Scope.CHANNEL)
            .body(MessageShapes.EDIT)
            .withFiles()
            .needs(Permission.VIEW_CHANNEL)
            .limit(RateLimit.MESSAGE_EDIT)
            .build();

    public static final Operation DELETE_MESSAGE = delete("deleteMessage", MESSAGE)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL)
            .limit(RateLimit.MESSAGE_DELETE)
            .build();

    public static final Operation BULK_DELETE_MESSAGES = post("bulkDeleteMessages", MESSAGES + "/bulk-delete")
            .in(Scope.CHANNEL)
            .status(204)
            .body(MessageShapes.BULK_DELETE)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES)
            .audit(AuditAction.MESSAGE_BULK_DELETE)
            .limit(RateLimit.MESSAGE_DELETE)
            .build();

    public static final Operation CROSSPOST_MESSAGE = post("crosspostMessage", MESSAGE + "/crosspost")
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
            .limit(RateLimit.CROSSPOST)
            .build();

    public static final Operation TRIGGER_TYPING = post("triggerTyping", "/channels/{channel_id}/typing")
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
            .build();

    private MessageOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_MESSAGES,
                CREATE_MESSAGE,
                GET_MESSAGE,
                UPDATE_MESSAGE,
                DELETE_MESSAGE,
                BULK_DELETE_MESSAGES,
                CROSSPOST_MESSAGE,
                TRIGGER_TYPING);
    }
}
