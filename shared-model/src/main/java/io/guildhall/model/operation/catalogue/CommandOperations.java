package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;
import java.util.stream.Stream;

/**
 * Application commands, global and of one guild: {@code listCommands} and {@code listGuildCommands}, and so on. All of
 * them are kept by the application's actor.
 */
final class CommandOperations {
    private static final String GLOBAL = "/applications/{application_id}/commands";
    private static final String OF_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands";

    private CommandOperations() {}

    static List<Operation> all() {
        return Stream.concat(below(GLOBAL, "").stream(), below(OF_GUILD, "Guild").stream())
                .toList();
    }

    private static List<Operation> below(String commands, String kind) {
        String command = commands + "/{command_id}";
        return List.of(
                get("list" + kind + "Commands", commands)
                        .in(Scope.APPLICATION)
                        .query(CommandShapes.WITH_LOCALIZATIONS)
                        .build(),
                post("create" + kind + "Command", commands)
                        .in(Scope.APPLICATION)
                        .status(201)
                        .body(CommandShapes.CREATE)
                        .build(),
                put("bulkSet" + kind + "Commands", commands)
                        .in(Scope.APPLICATION)
                        .body(CommandShapes.BULK)
                        .build(),
                get("get" + kind + "Command", command).in(Scope.APPLICATION).build(),
                patch("update" + kind + "Command", command)
                        .in(Scope.APPLICATION)
                        .body(CommandShapes.UPDATE)
                        .build(),
                delete("delete" + kind + "Command", command)
                        .in(Scope.APPLICATION)
                        .status(204)
                        .build());
    }
}
