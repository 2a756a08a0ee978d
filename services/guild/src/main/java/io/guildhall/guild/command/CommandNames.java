package io.guildhall.guild.command;

import io.guildhall.model.payload.ApplicationCommand;
import java.util.Collection;
import java.util.Optional;

/** In one scope, a command is known by its type and name. */
final class CommandNames {
    private CommandNames() {}

    static Optional<ApplicationCommand> find(Collection<ApplicationCommand> commands, int type, String name) {
        return commands.stream()
                .filter(command -> command.type() == type && command.name().equals(name))
                .findFirst();
    }
}
