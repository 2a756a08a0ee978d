package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** What an instance says of itself, by the routes that clients of other open servers look for; and what people report. */
public final class InstanceOperations {
    public static final Operation PING = get("ping", "/ping")
            .in(Scope.API)
            .by(Access.ANYONE)
            .limit(RateLimit.READ)
            .build();

    public static final Operation GET_INSTANCE = get("getInstance", "/policies/instance")
            .in(Scope.API)
            .by(Access.ANYONE)
            .limit(RateLimit.READ)
            .build();

    public static final Operation GET_INSTANCE_DOMAINS = get("getInstanceDomains", "/policies/instance/domains")
            .in(Scope.API)
            .by(Access.ANYONE)
            .limit(RateLimit.READ)
            .build();

    public static final Operation GET_INSTANCE_CONFIG = get("getInstanceConfig", "/policies/instance/config")
            .in(Scope.API)
            .by(Access.ANYONE)
            .limit(RateLimit.READ)
            .build();

    public static final Operation GET_INSTANCE_LIMITS = get("getInstanceLimits", "/policies/instance/limits")
            .in(Scope.API)
            .by(Access.ANYONE)
            .limit(RateLimit.READ)
            .build();

    /** What administrators want everybody to know now. */
    public static final Operation LIST_ANNOUNCEMENTS = get("listAnnouncements", "/announcements")
            .in(Scope.API)
            .by(Access.ANYONE)
            .limit(RateLimit.READ)
            .build();

    /** What may be reported, and what for, as clients draw it. */
    public static final Operation GET_REPORT_MENU = get("getReportMenu", "/reporting/menu/{subject}")
            .in(Scope.API)
            .by(Access.PERSON)
            .limit(RateLimit.READ)
            .build();

    public static final Operation CREATE_REPORT = post("createReport", "/reporting/{subject}")
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().required("breadcrumbs", list(1, 16, integer(0, 1_000)))
                    .optional("guild_id", reference())
                    .optional("channel_id", reference())
                    .optional("message_id", reference())
                    .optional("user_id", reference())
                    .optional("comment", text(1_000)))
            .limit(RateLimit.REPORT)
            .build();

    private InstanceOperations() {}

    static List<Operation> all() {
        return List.of(
                PING,
                GET_INSTANCE,
                GET_INSTANCE_DOMAINS,
                GET_INSTANCE_CONFIG,
                GET_INSTANCE_LIMITS,
                LIST_ANNOUNCEMENTS,
                GET_REPORT_MENU,
                CREATE_REPORT);
    }
}
