package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Scheduled events. What their maker and others need for each depends on where it is, so the handlers check it. */
public final class ScheduledEventOperations {
    private static final String EVENTS = "/guilds/{guild_id}/scheduled-events";
    private static final String EVENT = EVENTS + "/{guild_scheduled_event_id}";
    private static final String EXCEPTIONS = EVENT + "/exceptions";
    private static final String EXCEPTION = EXCEPTIONS + "/{exception_id}";
    private static final String OCCURRENCE = EVENT + "/{guild_scheduled_event_exception_id}";

    private static final ObjectShape WITH_COUNT = object().optional("with_user_count", bool());
    private static final ObjectShape PAGE = object().optional("with_member", bool())
            .optional("limit", integer(1, 100))
            .optional("before", snowflake())
            .optional("after", snowflake());

    public static final Operation LIST_SCHEDULED_EVENTS =
            get("listScheduledEvents", EVENTS).in(Scope.GUILD).query(WITH_COUNT).build();

    public static final Operation CREATE_SCHEDULED_EVENT = post("createScheduledEvent", EVENTS)
            .in(Scope.GUILD)
            .body(ScheduledEventShapes.CREATE)
            .audit(AuditAction.GUILD_SCHEDULED_EVENT_CREATE)
            .build();

    public static final Operation GET_SCHEDULED_EVENT =
            get("getScheduledEvent", EVENT).in(Scope.GUILD).query(WITH_COUNT).build();

    public static final Operation UPDATE_SCHEDULED_EVENT = patch("updateScheduledEvent", EVENT)
            .in(Scope.GUILD)
            .body(ScheduledEventShapes.UPDATE)
            .audit(AuditAction.GUILD_SCHEDULED_EVENT_UPDATE)
            .build();

    public static final Operation DELETE_SCHEDULED_EVENT = delete("deleteScheduledEvent", EVENT)
            .in(Scope.GUILD)
            .status(204)
            .audit(AuditAction.GUILD_SCHEDULED_EVENT_DELETE)
            .build();

    public static final Operation CREATE_EVENT_EXCEPTION = post("createScheduledEventException", EXCEPTIONS)
            .in(Scope.GUILD)
            .body(ScheduledEventShapes.CREATE_EXCEPTION)
            .audit(AuditAction.GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE)
            .build();

    public static final Operation UPDATE_EVENT_EXCEPTION = patch("updateScheduledEventException", EXCEPTION)
            .in(Scope.GUILD)
            .body(ScheduledEventShapes.UPDATE_EXCEPTION)
            .audit(AuditAction.GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE)
            .build();

    public static final Operation DELETE_EVENT_EXCEPTION = delete("deleteScheduledEventException", EXCEPTION)
            .in(Scope.GUILD)
            .status(204)
            .audit(AuditAction.GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE)
            .build();

    public static final Operation LIST_EVENT_USERS = get("listScheduledEventUsers", EVENT + "/users")
            .in(Scope.GUILD)
            .query(PAGE)
            .build();

    public static final Operation COUNT_EVENT_USERS = get("countScheduledEventUsers", EVENT + "/users/counts")
            .in(Scope.GUILD)
            .query(object().optional(
                            "guild_scheduled_event_exception_ids",
                            list(0, 10, snowflake()).distinct().orOne()))
            .build();

    public static final Operation LIST_OCCURRENCE_USERS = get("listScheduledEventExceptionUsers", OCCURRENCE + "/users")
            .in(Scope.GUILD)
            .query(PAGE)
            .build();

    public static final Operation JOIN_EVENT = put("subscribeToScheduledEvent", EVENT + "/users/@me")
            .in(Scope.GUILD)
            .build();

    public static final Operation LEAVE_EVENT = delete("unsubscribeFromScheduledEvent", EVENT + "/users/@me")
            .in(Scope.GUILD)
            .status(204)
            .build();

    public static final Operation JOIN_OCCURRENCE = put("subscribeToScheduledEventException", OCCURRENCE + "/users/@me")
            .in(Scope.GUILD)
            .build();

    public static final Operation LEAVE_OCCURRENCE = delete(
                    "unsubscribeFromScheduledEventException", OCCURRENCE + "/users/@me")
            .in(Scope.GUILD)
            .status(204)
            .build();

    private ScheduledEventOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_SCHEDULED_EVENTS,
                CREATE_SCHEDULED_EVENT,
                GET_SCHEDULED_EVENT,
                UPDATE_SCHEDULED_EVENT,
                DELETE_SCHEDULED_EVENT,
                CREATE_EVENT_EXCEPTION,
                UPDATE_EVENT_EXCEPTION,
                DELETE_EVENT_EXCEPTION,
                LIST_EVENT_USERS,
                COUNT_EVENT_USERS,
                LIST_OCCURRENCE_USERS,
                JOIN_EVENT,
                LEAVE_EVENT,
                JOIN_OCCURRENCE,
                LEAVE_OCCURRENCE);
    }
}
