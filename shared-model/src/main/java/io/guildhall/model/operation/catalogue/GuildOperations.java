package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.timestamp;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.Arrays;
import java.util.List;

/** Guilds themselves and their audit log. */
public final class GuildOperations {
    private static final String GUILD = "/guilds/{guild_id}";

    private static final Shape ACTION = choice(
            Arrays.stream(AuditAction.values()).mapToLong(AuditAction::number).toArray());

    public static final Operation CREATE_GUILD = post("createGuild", "/guilds")
            .in(Scope.GUILD)
            .status(201)
            .body(GuildShapes.CREATE)
            .limit(RateLimit.GUILD_CREATE)
            .build();

    public static final Operation GET_GUILD = get("getGuild", GUILD)
            .in(Scope.GUILD)
            .query(object().optional("with_counts", bool()))
            .build();

    public static final Operation UPDATE_GUILD = patch("updateGuild", GUILD)
            .in(Scope.GUILD)
            .body(GuildShapes.UPDATE)
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    public static final Operation DELETE_GUILD =
            delete("deleteGuild", GUILD).in(Scope.GUILD).status(204).build();

    public static final Operation DELETE_GUILD_BY_POST = post("deleteGuildByPost", GUILD + "/delete")
            .in(Scope.GUILD)
            .status(204)
            .build();

    public static final Operation SET_MFA_LEVEL = post("setMfaLevel", GUILD + "/mfa")
            .in(Scope.GUILD)
            .body(object().required("level", choice(0, 1)))
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    public static final Operation GET_GUILD_PREVIEW =
            get("getGuildPreview", GUILD + "/preview").in(Scope.GUILD).build();

    public static final Operation LIST_GUILD_VOICE_REGIONS =
            get("listGuildVoiceRegions", GUILD + "/regions").in(Scope.GUILD).build();

    public static final Operation LIST_AUDIT_LOG = get("listAuditLog", GUILD + "/audit-logs")
            .in(Scope.GUILD)
            .query(object().optional("user_id", snowflake())
                    .optional("target_id", snowflake())
                    .optional("action_type", ACTION)
                    .optional("before", snowflake())
                    .optional("after", snowflake())
                    .optional("limit", integer(1, 100)))
            .needs(Permission.VIEW_AUDIT_LOG)
            .build();

    public static final Operation UPDATE_INCIDENT_ACTIONS = put("updateIncidentActions", GUILD + "/incident-actions")
            .in(Scope.GUILD)
            .body(object().nullable("invites_disabled_until", timestamp()).nullable("dms_disabled_until", timestamp()))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    private static final String INTEGRATIONS = GUILD + "/integrations";

    public static final Operation LIST_INTEGRATIONS = get("listIntegrations", INTEGRATIONS)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation DELETE_INTEGRATION = delete("deleteIntegration", INTEGRATIONS + "/{integration_id}")
            .in(Scope.GUILD)
            .status(204)
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.INTEGRATION_DELETE)
            .build();

    private GuildOperations() {}

    static List<Operation> all() {
        return List.of(
                CREATE_GUILD,
                GET_GUILD,
                UPDATE_GUILD,
                DELETE_GUILD,
                DELETE_GUILD_BY_POST,
                SET_MFA_LEVEL,
                GET_GUILD_PREVIEW,
                LIST_GUILD_VOICE_REGIONS,
                LIST_AUDIT_LOG,
                UPDATE_INCIDENT_ACTIONS,
                LIST_INTEGRATIONS,
                DELETE_INTEGRATION);
    }
}
