package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.object;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Channels of guilds, and what of it holds for private ones too. */
public final class ChannelOperations {
    private static final String CHANNEL = "/channels/{channel_id}";
    private static final String GUILD_CHANNELS = "/guilds/{guild_id}/channels";
    private static final String OVERWRITE = CHANNEL + "/permissions/{overwrite_id}";
    private static final String RECIPIENT = CHANNEL + "/recipients/{user_id}";

    public static final Operation GET_CHANNEL = get("getChannel", CHANNEL)
            .in(Scope.CHANNEL)
            .needsSight()
            .limit(RateLimit.READ)
            .build();

    /** MANAGE_CHANNELS is for guild channels only, so the handler asks for it, not the declaration. */
    public static final Operation UPDATE_CHANNEL = patch("updateChannel", CHANNEL)
            .in(Scope.CHANNEL)
            .body(ChannelShapes.UPDATE)
            .needs(Permission.VIEW_CHANNEL)
            .audit(AuditAction.CHANNEL_UPDATE)
            .limit(RateLimit.CHANNEL_UPDATE)
            .build();

    public static final Operation DELETE_CHANNEL = delete("deleteChannel", CHANNEL)
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL)
            .query(object().optional("silent", bool()))
            .audit(AuditAction.CHANNEL_DELETE)
            .build();

    public static final Operation LIST_CHANNELS = get("listChannels", GUILD_CHANNELS)
            .in(Scope.GUILD)
            .limit(RateLimit.READ)
            .build();

    public static final Operation CREATE_CHANNEL = post("createChannel", GUILD_CHANNELS)
            .in(Scope.GUILD)
            .status(201)
            .body(ChannelShapes.CREATE)
            .needs(Permission.MANAGE_CHANNELS)
            .audit(AuditAction.CHANNEL_CREATE)
            .build();

    public static final Operation UPDATE_CHANNEL_POSITIONS = patch("updateChannelPositions", GUILD_CHANNELS)
            .in(Scope.GUILD)
            .status(204)
            .body(ChannelShapes.POSITIONS)
            .needs(Permission.MANAGE_CHANNELS)
            .build();

    public static final Operation SET_OVERWRITE = put("setOverwrite", OVERWRITE)
            .in(Scope.CHANNEL)
            .status(204)
            .body(ChannelShapes.SET_OVERWRITE)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES)
            .audit(AuditAction.CHANNEL_OVERWRITE_UPDATE)
            .build();

    public static final Operation DELETE_OVERWRITE = delete("deleteOverwrite", OVERWRITE)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES)
            .audit(AuditAction.CHANNEL_OVERWRITE_DELETE)
            .build();

    /** 201 and the new group when the channel is one of two people, who then begin a group with the third. */
    public static final Operation ADD_RECIPIENT = put("addRecipient", RECIPIENT)
            .in(Scope.CHANNEL)
            .by(Access.PERSON)
            .status(204)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation REMOVE_RECIPIENT = delete("removeRecipient", RECIPIENT)
            .in(Scope.CHANNEL)
            .by(Access.PERSON)
            .status(204)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    /** The channel's side of what a lobby links; who manages the lobby takes it back there. */
    public static final Operation UNLINK_CHANNEL = delete("unlinkChannel", CHANNEL + "/linked-lobby")
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS)
            .audit(AuditAction.CHANNEL_UPDATE)
            .build();

    private ChannelOperations() {}

    static List<Operation> all() {
        return List.of(
                GET_CHANNEL,
                UPDATE_CHANNEL,
                DELETE_CHANNEL,
                LIST_CHANNELS,
                CREATE_CHANNEL,
                UPDATE_CHANNEL_POSITIONS,
                SET_OVERWRITE,
                DELETE_OVERWRITE,
                UNLINK_CHANNEL,
                ADD_RECIPIENT,
                REMOVE_RECIPIENT);
    }
}
