package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/**
 * Application commands, global and of one guild: {@code listCommands} and {@code listGuildCommands}, and so on. All of
 * them are kept by the application's actor.
 */
public final class CommandOperations {
    private static final String GLOBAL = "/applications/{application_id}/commands";
    private static final String OF_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands";
    private static final String COMMAND = "/{command_id}";

    public static final Operation LIST_COMMANDS = list("listCommands", GLOBAL);
    public static final Operation CREATE_COMMAND = create("createCommand", GLOBAL);
    public static final Operation BULK_SET_COMMANDS = bulkSet("bulkSetCommands", GLOBAL);
    public static final Operation GET_COMMAND = get("getCommand", GLOBAL);
    public static final Operation UPDATE_COMMAND = update("updateCommand", GLOBAL);
    public static final Operation DELETE_COMMAND = delete("deleteCommand", GLOBAL);
    public static final Operation LIST_GUILD_COMMANDS = list("listGuildCommands", OF_GUILD);
    public static final Operation CREATE_GUILD_COMMAND = create("createGuildCommand", OF_GUILD);
    public static final Operation BULK_SET_GUILD_COMMANDS = bulkSet("bulkSetGuildCommands", OF_GUILD);
    public static final Operation GET_GUILD_COMMAND = get("getGuildCommand", OF_GUILD);
    public static final Operation UPDATE_GUILD_COMMAND = update("updateGuildCommand", OF_GUILD);
    public static final Operation DELETE_GUILD_COMMAND = delete("deleteGuildCommand", OF_GUILD);

    private CommandOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_COMMANDS,
                CREATE_COMMAND,
                BULK_SET_COMMANDS,
                GET_COMMAND,
                UPDATE_COMMAND,
                DELETE_COMMAND,
                LIST_GUILD_COMMANDS,
                CREATE_GUILD_COMMAND,
                BULK_SET_GUILD_COMMANDS,
                GET_GUILD_COMMAND,
                UPDATE_GUILD_COMMAND,
                DELETE_GUILD_COMMAND);
    }

    private static Operation list(String name, String commands) {
        return Operation.get(name, commands)
                .in(Scope.APPLICATION)
                .query(CommandShapes.WITH_LOCALIZATIONS)
                .build();
    }

    private static Operation create(String name, String commands) {
        return post(name, commands)
                .in(Scope.APPLICATION)
                .status(201)
                .body(CommandShapes.CREATE)
                .build();
    }

    private static Operation bulkSet(String name, String commands) {
        return put(name, commands)
                .in(Scope.APPLICATION)
                .body(CommandShapes.BULK)
                .build();
    }

    private static Operation get(String name, String commands) {
        return Operation.get(name, commands + COMMAND).in(Scope.APPLICATION).build();
    }

    private static Operation update(String name, String commands) {
        return patch(name, commands + COMMAND)
                .in(Scope.APPLICATION)
                .body(CommandShapes.UPDATE)
                .build();
    }

    private static Operation delete(String name, String commands) {
        return Operation.delete(name, commands + COMMAND)
                .in(Scope.APPLICATION)
                .status(204)
                .build();
    }
}
