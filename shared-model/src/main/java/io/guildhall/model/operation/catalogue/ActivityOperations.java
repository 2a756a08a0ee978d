package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** The activities that run in channels. They begin when an application answers an interaction so. */
public final class ActivityOperations {
    public static final Operation GET_ACTIVITY_INSTANCE = get(
                    "getActivityInstance", "/applications/{application_id}/activity-instances/{activity_instance}")
            .in(Scope.APPLICATION)
            .build();

    /** Not in Discord's documentation, where the client in which an activity runs says that it was closed. */
    public static final Operation LEAVE_ACTIVITY = delete(
                    "leaveActivity", "/channels/{channel_id}/activities/{application_id}/users/@me")
            .in(Scope.CHANNEL)
            .by(Access.PERSON)
            .needs(Permission.VIEW_CHANNEL)
            .status(204)
            .build();

    private ActivityOperations() {}

    static List<Operation> all() {
        return List.of(GET_ACTIVITY_INSTANCE, LEAVE_ACTIVITY);
    }
}
