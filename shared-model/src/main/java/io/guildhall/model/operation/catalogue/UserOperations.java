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

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Users, the caller's own guilds and private channels. */
final class UserOperations {
    private static final String MY_GUILD = "/users/@me/guilds/{guild_id}";

    private UserOperations() {}

    static List<Operation> all() {
        return List.of(
                get("getMyUser", "/users/@me").in(Scope.CALLER).build(),
                patch("updateMyUser", "/users/@me")
                        .in(Scope.CALLER)
                        .body(object().optional("username", username())
                                .nullable("global_name", name(1, 32))
                                .nullable("avatar", image())
                                .nullable("banner", image())
                                .nullable("accent_color", integer(0, 0xFFFFFF))
                                .nullable("bio", text(190))
                                .optional("password", text(1, 128))
                                .optional("new_password", text(8, 72)))
                        .build(),
                get("getUser", "/users/{user_id}").in(Scope.USER).build(),
                get("listMyGuilds", "/users/@me/guilds")
                        .in(Scope.CALLER)
                        .query(object().optional("before", snowflake())
                                .optional("after", snowflake())
                                .optional("limit", integer(1, 200))
                                .optional("with_counts", bool()))
                        .build(),
                delete("leaveGuild", MY_GUILD).in(Scope.GUILD).status(204).build(),
                get("getMyGuildMember", MY_GUILD + "/member").in(Scope.GUILD).build(),
                get("listPrivateChannels", "/users/@me/channels")
                        .in(Scope.CALLER)
                        .build(),
                post("createPrivateChannel", "/users/@me/channels")
                        .in(Scope.CALLER)
                        .body(object().optional("recipient_id", snowflake())
                                .optional("recipients", list(0, 9, snowflake()).distinct()))
                        .build());
    }
}
