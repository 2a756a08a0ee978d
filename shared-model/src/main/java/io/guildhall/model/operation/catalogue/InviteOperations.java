package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Invites. */
public final class InviteOperations {
    private static final String INVITE = "/invites/{code}";
    private static final String TARGET_USERS = INVITE + "/target-users";

    /** Discord says nothing of how many there may be. So many are one row. */
    private static final ListShape TARGETS =
            list(1, 10_000, snowflake()).distinct().orInFile();

    private static final String OF_CHANNEL = "/channels/{channel_id}/invites";

    public static final Operation LIST_CHANNEL_INVITES = get("listChannelInvites", OF_CHANNEL)
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS)
            .build();

    public static final Operation CREATE_INVITE = post("createInvite", OF_CHANNEL)
            .in(Scope.CHANNEL)
            .body(object().optional("max_age", integer(0, 604_800))
                    .optional("max_uses", integer(0, 100))
                    .optional("temporary", bool())
                    .optional("unique", bool())
                    .optional("target_type", choice(1, 2))
                    .optional("target_user_id", snowflake())
                    .optional("target_application_id", snowflake())
                    .optional("target_users_file", TARGETS)
                    .nullable("role_ids", list(0, 250, snowflake())))
            .needs(Permission.VIEW_CHANNEL, Permission.CREATE_INSTANT_INVITE)
            .audit(AuditAction.INVITE_CREATE)
            .build();

    public static final Operation LIST_GUILD_INVITES = get("listGuildInvites", "/guilds/{guild_id}/invites")
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation GET_INVITE = get("getInvite", INVITE)
            .in(Scope.INVITE)
            .by(Access.ANYONE)
            .query(object().optional("with_counts", bool())
                    .optional("with_expiration", bool())
                    .optional("guild_scheduled_event_id", snowflake()))
            .build();

    /** MANAGE_CHANNELS in the invite's channel or MANAGE_GUILD: the handler asks. */
    public static final Operation DELETE_INVITE = delete("deleteInvite", INVITE)
            .in(Scope.INVITE)
            .audit(AuditAction.INVITE_DELETE)
            .build();

    public static final Operation ACCEPT_INVITE =
            post("acceptInvite", INVITE).in(Scope.INVITE).by(Access.PERSON).build();

    /** For the inviter, MANAGE_GUILD and VIEW_AUDIT_LOG, as the handler asks; api makes a file of it. */
    public static final Operation GET_INVITE_TARGETS =
            get("getInviteTargets", TARGET_USERS).in(Scope.INVITE).build();

    /** For the inviter and MANAGE_GUILD: the handler asks. */
    public static final Operation UPDATE_INVITE_TARGETS = put("updateInviteTargets", TARGET_USERS)
            .in(Scope.INVITE)
            .status(204)
            .body(object().required("target_users_file", TARGETS))
            .audit(AuditAction.INVITE_UPDATE)
            .build();

    /** As {@link #GET_INVITE_TARGETS}. */
    public static final Operation GET_INVITE_TARGETS_JOB = get("getInviteTargetsJob", TARGET_USERS + "/job-status")
            .in(Scope.INVITE)
            .build();

    private static final String VANITY_URL = "/guilds/{guild_id}/vanity-url";

    /** For guilds with the feature {@code VANITY_URL}. */
    public static final Operation GET_VANITY_URL = get("getVanityUrl", VANITY_URL)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    /** Of people's clients. */
    public static final Operation UPDATE_VANITY_URL = patch("updateVanityUrl", VANITY_URL)
            .in(Scope.GUILD)
            .body(object().nullable("code", text(100)))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    private InviteOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_CHANNEL_INVITES,
                CREATE_INVITE,
                LIST_GUILD_INVITES,
                GET_INVITE,
                DELETE_INVITE,
                ACCEPT_INVITE,
                GET_INVITE_TARGETS,
                UPDATE_INVITE_TARGETS,
                GET_INVITE_TARGETS_JOB,
                GET_VANITY_URL,
                UPDATE_VANITY_URL);
    }
}
