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
final class MessageOperations {
    private static final String MESSAGES = "/channels/{channel_id}/messages";
    private static final String MESSAGE = MESSAGES + "/{message_id}";

    private MessageOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listMessages", MESSAGES)
                        .in(Scope.CHANNEL)
                        .query(MessageShapes.LIST)
                        .needs(Permission.VIEW_CHANNEL)
                        .limit(RateLimit.READ)
                        .build(),
                post("createMessage", MESSAGES)
                        .in(Scope.CHANNEL)
                        .body(MessageShapes.CREATE)
                        .withFiles()
                        .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
                        .limit(RateLimit.MESSAGE_CREATE)
                        .build(),
                get("getMessage", MESSAGE)
                        .in(Scope.CHANNEL)
                        .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
                        .limit(RateLimit.READ)
                        .build(),
                patch("updateMessage", MESSAGE)
                        .in(Scope.CHANNEL)
                        .body(MessageShapes.EDIT)
                        .withFiles()
                        .needs(Permission.VIEW_CHANNEL)
                        .limit(RateLimit.MESSAGE_EDIT)
                        .build(),
                delete("deleteMessage", MESSAGE)
                        .in(Scope.CHANNEL)
                        .status(204)
                        .needs(Permission.VIEW_CHANNEL)
                        .limit(RateLimit.MESSAGE_DELETE)
                        .build(),
                post("bulkDeleteMessages", MESSAGES + "/bulk-delete")
                        .in(Scope.CHANNEL)
                        .status(204)
                        .body(MessageShapes.BULK_DELETE)
                        .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES)
                        .audit(AuditAction.MESSAGE_BULK_DELETE)
                        .limit(RateLimit.MESSAGE_DELETE)
                        .build(),
                post("crosspostMessage", MESSAGE + "/crosspost")
                        .in(Scope.CHANNEL)
                        .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
                        .build(),
                post("triggerTyping", "/channels/{channel_id}/typing")
                        .in(Scope.CHANNEL)
                        .status(204)
                        .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
                        .build());
    }
}
