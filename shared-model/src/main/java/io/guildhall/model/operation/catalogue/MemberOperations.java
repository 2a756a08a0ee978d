package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.timestamp;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Members of guilds. */
public final class MemberOperations {
    private static final String MEMBERS = "/guilds/{guild_id}/members";
    private static final String MEMBER = MEMBERS + "/{user_id}";
    private static final String MEMBER_ROLE = MEMBER + "/roles/{role_id}";

    /** Each field needs another permission, so the handler asks for them. */
    private static final ObjectShape UPDATE = object().nullable("nick", name(0, 32))
            .nullable("roles", list(0, 350, snowflake()).distinct())
            .nullable("mute", bool())
            .nullable("deaf", bool())
            .nullable("channel_id", snowflake())
            .nullable("communication_disabled_until", timestamp())
            .nullable("flags", flags());

    private static final ObjectShape UPDATE_MINE = object().nullable("nick", name(0, 32))
            .nullable("avatar", image())
            .nullable("banner", image())
            .nullable("bio", text(190));

    public static final Operation LIST_MEMBERS = get("listMembers", MEMBERS)
            .in(Scope.GUILD)
            .query(object().optional("limit", integer(1, 1000)).optional("after", snowflake()))
            .build();

    public static final Operation SEARCH_MEMBERS = get("searchMembers", MEMBERS + "/search")
            .in(Scope.GUILD)
            .query(object().required("query", text(1, 100)).optional("limit", integer(1, 1000)))
            .build();

    public static final Operation GET_MEMBER =
            get("getMember", MEMBER).in(Scope.GUILD).limit(RateLimit.READ).build();

    public static final Operation UPDATE_MY_MEMBER = patch("updateMyMember", MEMBERS + "/@me")
            .in(Scope.GUILD)
            .body(UPDATE_MINE)
            .audit(AuditAction.MEMBER_UPDATE)
            .limit(RateLimit.MEMBER_UPDATE)
            .build();

    public static final Operation UPDATE_MY_NICK = patch("updateMyNick", MEMBERS + "/@me/nick")
            .in(Scope.GUILD)
            .body(object().nullable("nick", name(0, 32)))
            .audit(AuditAction.MEMBER_UPDATE)
            .limit(RateLimit.MEMBER_UPDATE)
            .build();

    public static final Operation UPDATE_MEMBER = patch("updateMember", MEMBER)
            .in(Scope.GUILD)
            .body(UPDATE)
            .audit(AuditAction.MEMBER_UPDATE)
            .limit(RateLimit.MEMBER_UPDATE)
            .build();

    /** By a bot, for somebody who let its application add them to guilds; an empty answer, and 204, for a member. */
    public static final Operation ADD_MEMBER = put("addMember", MEMBER)
            .in(Scope.GUILD)
            .by(Access.BOT)
            .status(201)
            .body(object().required("access_token", text(1, 10_240))
                    .nullable("nick", name(0, 32))
                    .nullable("roles", list(0, 250, snowflake()).distinct())
                    .nullable("mute", bool())
                    .nullable("deaf", bool())
                    .nullable("flags", flags()))
            .needs(Permission.CREATE_INSTANT_INVITE)
            .build();

    public static final Operation KICK_MEMBER = delete("kickMember", MEMBER)
            .in(Scope.GUILD)
            .status(204)
            .needs(Permission.KICK_MEMBERS)
            .audit(AuditAction.MEMBER_KICK)
            .build();

    public static final Operation ADD_MEMBER_ROLE = role(put("addMemberRole", MEMBER_ROLE));

    public static final Operation DELETE_MEMBER_ROLE = role(delete("deleteMemberRole", MEMBER_ROLE));

    private MemberOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_MEMBERS,
                SEARCH_MEMBERS,
                GET_MEMBER,
                UPDATE_MY_MEMBER,
                UPDATE_MY_NICK,
                UPDATE_MEMBER,
                ADD_MEMBER,
                KICK_MEMBER,
                ADD_MEMBER_ROLE,
                DELETE_MEMBER_ROLE);
    }

    private static Operation role(Operation.Builder operation) {
        return operation
                .in(Scope.GUILD)
                .status(204)
                .needs(Permission.MANAGE_ROLES)
                .audit(AuditAction.MEMBER_ROLE_UPDATE)
                .limit(RateLimit.MEMBER_UPDATE)
                .build();
    }
}
