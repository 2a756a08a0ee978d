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
public final class PinOperations {
    private static final String PINS = "/channels/{channel_id}/messages/pins";
    private static final String OLD_PINS = "/channels/{channel_id}/pins";

    public static final Operation LIST_PINS = get("listPins", PINS)
            .in(Scope.CHANNEL)
            .query(MessageShapes.LIST_PINS)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation LIST_PINS_OLD = get("listPinsOld", OLD_PINS)
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation CREATE_PIN = pin(put("createPin", PINS + "/{message_id}"), AuditAction.MESSAGE_PIN);

    public static final Operation CREATE_PIN_OLD =
            pin(put("createPinOld", OLD_PINS + "/{message_id}"), AuditAction.MESSAGE_PIN);

    public static final Operation DELETE_PIN =
            pin(delete("deletePin", PINS + "/{message_id}"), AuditAction.MESSAGE_UNPIN);

    public static final Operation DELETE_PIN_OLD =
            pin(delete("deletePinOld", OLD_PINS + "/{message_id}"), AuditAction.MESSAGE_UNPIN);

    private PinOperations() {}

    static List<Operation> all() {
        return List.of(LIST_PINS, LIST_PINS_OLD, CREATE_PIN, CREATE_PIN_OLD, DELETE_PIN, DELETE_PIN_OLD);
    }

    private static Operation pin(Operation.Builder operation, AuditAction action) {
        return operation
                .in(Scope.CHANNEL)
                .status(204)
                .needs(Permission.VIEW_CHANNEL, Permission.PIN_MESSAGES)
                .audit(action)
                .build();
    }
}
