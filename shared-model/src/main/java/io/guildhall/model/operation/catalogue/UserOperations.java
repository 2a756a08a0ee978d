package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.username;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Users, the caller's own guilds and private channels. */
public final class UserOperations {
    private static final String MY_GUILD = "/users/@me/guilds/{guild_id}";

    public static final Operation GET_MY_USER = get("getMyUser", "/users/@me")
            .in(Scope.CALLER)
            .opens(OAuth2Scope.IDENTIFY)
            .build();

    public static final Operation UPDATE_MY_USER = patch("updateMyUser", "/users/@me")
            .in(Scope.CALLER)
            .body(object().optional("username", username())
                    .nullable("global_name", name(1, 32))
                    .nullable("avatar", image())
                    .nullable("banner", image())
                    .nullable("accent_color", integer(0, 0xFFFFFF))
                    .nullable("bio", text(190))
                    .optional("password", text(1, 128))
                    .optional("new_password", text(8, 72)))
            .build();

    public static final Operation GET_USER =
            get("getUser", "/users/{user_id}").in(Scope.USER).build();

    public static final Operation LIST_MY_GUILDS = get("listMyGuilds", "/users/@me/guilds")
            .in(Scope.CALLER)
            .opens(OAuth2Scope.GUILDS)
            .query(object().optional("before", snowflake())
                    .optional("after", snowflake())
                    .optional("limit", integer(1, 200))
                    .optional("with_counts", bool()))
            .build();

    public static final Operation LEAVE_GUILD =
            delete("leaveGuild", MY_GUILD).in(Scope.GUILD).status(204).build();

    public static final Operation GET_MY_GUILD_MEMBER = get("getMyGuildMember", MY_GUILD + "/member")
            .in(Scope.GUILD)
            .opens(OAuth2Scope.GUILDS_MEMBERS_READ)
            .build();

    public static final Operation LIST_PRIVATE_CHANNELS =
            get("listPrivateChannels", "/users/@me/channels").in(Scope.CALLER).build();

    public static final Operation CREATE_PRIVATE_CHANNEL = post("createPrivateChannel", "/users/@me/channels")
            .in(Scope.CALLER)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .body(object().optional("recipient_id", snowflake())
                    .optional("recipients", list(0, 9, snowflake()).distinct()))
            .build();

    private UserOperations() {}

    static List<Operation> all() {
        return List.of(
                GET_MY_USER,
                UPDATE_MY_USER,
                GET_USER,
                LIST_MY_GUILDS,
                LEAVE_GUILD,
                GET_MY_GUILD_MEMBER,
                LIST_PRIVATE_CHANNELS,
                CREATE_PRIVATE_CHANNEL);
    }
}
