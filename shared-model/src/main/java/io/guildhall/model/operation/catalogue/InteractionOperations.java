package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** What people do with an application's commands, components and modals, and the application's first answer. */
public final class InteractionOperations {
    private static final String COMMAND_INDEX = "/application-command-index";

    /** Its files are the values of options and of modals' inputs, by the n of {@code files[n]}. */
    public static final Operation CREATE_INTERACTION = post("createInteraction", "/interactions")
            .in(Scope.CHANNEL)
            .by(Access.PERSON)
            .status(204)
            .body(InteractionShapes.CREATE)
            .withFiles()
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation CREATE_INTERACTION_RESPONSE = post(
                    "createInteractionResponse", "/interactions/{interaction_id}/{interaction_token}/callback")
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .status(204)
            .query(InteractionShapes.WITH_RESPONSE)
            .body(InteractionShapes.CALLBACK)
            .withFiles()
            .build();

    /** What there is to run in a guild, wherever in it. */
    public static final Operation GET_GUILD_COMMAND_INDEX = get(
                    "getGuildCommandIndex", "/guilds/{guild_id}" + COMMAND_INDEX)
            .in(Scope.GUILD)
            .by(Access.PERSON)
            .build();

    public static final Operation GET_CHANNEL_COMMAND_INDEX = get(
                    "getChannelCommandIndex", "/channels/{channel_id}" + COMMAND_INDEX)
            .in(Scope.CHANNEL)
            .by(Access.PERSON)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation GET_MY_COMMAND_INDEX = get("getMyCommandIndex", "/users/@me" + COMMAND_INDEX)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .build();

    private InteractionOperations() {}

    static List<Operation> all() {
        return List.of(
                CREATE_INTERACTION,
                CREATE_INTERACTION_RESPONSE,
                GET_GUILD_COMMAND_INDEX,
                GET_CHANNEL_COMMAND_INDEX,
                GET_MY_COMMAND_INDEX);
    }
}
