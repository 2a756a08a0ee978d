package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** What goes on on stages. Moderators of a stage are those who may do three things in its channel. */
public final class StageOperations {
    private static final String STAGE = "/stage-instances/{channel_id}";
    private static final Shape TOPIC = line(1, 120);
    private static final Shape PRIVACY = choice(1, 2);
    private static final Permission[] MODERATOR = {
        Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS, Permission.MUTE_MEMBERS, Permission.MOVE_MEMBERS
    };

    public static final Operation CREATE_STAGE = post("createStageInstance", "/stage-instances")
            .in(Scope.CHANNEL)
            .body(object().required("channel_id", snowflake())
                    .required("topic", TOPIC)
                    .optional("privacy_level", PRIVACY)
                    .optional("guild_scheduled_event_id", snowflake())
                    .optional("send_start_notification", bool()))
            .needs(MODERATOR)
            .audit(AuditAction.STAGE_INSTANCE_CREATE)
            .build();

    public static final Operation GET_STAGE =
            get("getStageInstance", STAGE).in(Scope.CHANNEL).needsSight().build();

    public static final Operation UPDATE_STAGE = patch("updateStageInstance", STAGE)
            .in(Scope.CHANNEL)
            .body(object().optional("topic", TOPIC).optional("privacy_level", PRIVACY))
            .needs(MODERATOR)
            .audit(AuditAction.STAGE_INSTANCE_UPDATE)
            .build();

    public static final Operation DELETE_STAGE = delete("deleteStageInstance", STAGE)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(MODERATOR)
            .audit(AuditAction.STAGE_INSTANCE_DELETE)
            .build();

    private StageOperations() {}

    static List<Operation> all() {
        return List.of(CREATE_STAGE, GET_STAGE, UPDATE_STAGE, DELETE_STAGE);
    }
}
