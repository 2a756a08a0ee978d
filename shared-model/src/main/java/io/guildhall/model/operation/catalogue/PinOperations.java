package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.put;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Pinned messages, on the present routes and on the old ones that older libraries still use. */
final class PinOperations {
    private static final String PINS = "/channels/{channel_id}/messages/pins";
    private static final String OLD_PINS = "/channels/{channel_id}/pins";

    private PinOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listPins", PINS)
                        .in(Scope.CHANNEL)
                        .query(MessageShapes.LIST_PINS)
                        .needs(Permission.VIEW_CHANNEL)
                        .build(),
                get("listPinsOld", OLD_PINS)
                        .in(Scope.CHANNEL)
                        .needs(Permission.VIEW_CHANNEL)
                        .build(),
                pin(put("createPin", PINS + "/{message_id}"), AuditAction.MESSAGE_PIN),
                pin(put("createPinOld", OLD_PINS + "/{message_id}"), AuditAction.MESSAGE_PIN),
                pin(delete("deletePin", PINS + "/{message_id}"), AuditAction.MESSAGE_UNPIN),
                pin(delete("deletePinOld", OLD_PINS + "/{message_id}"), AuditAction.MESSAGE_UNPIN));
    }

    /** The handler takes MANAGE_MESSAGES in place of PIN_MESSAGES, which not every role has been given yet. */
    private static Operation pin(Operation.Builder operation, AuditAction action) {
        return operation
                .in(Scope.CHANNEL)
                .status(204)
                .needs(Permission.VIEW_CHANNEL)
                .audit(action)
                .build();
    }
}
