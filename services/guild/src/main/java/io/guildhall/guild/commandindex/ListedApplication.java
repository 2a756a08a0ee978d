package io.guildhall.guild.commandindex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.commandaccess.GrantStore;
import io.guildhall.guild.commandaccess.Grants;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Application;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application of a place with all its commands there, as they are stored.
 *
 * @param commands each with the length of its definition
 * @param grants by command; none in private
 */
record ListedApplication(long id, ObjectNode shown, List<Listed> commands, Map<Long, Grants> grants) {
    private static final List<String> IN_SHORT = List.of("id", "name", "icon", "description", "bot", "flags");

    record Listed(ApplicationCommand command, int length) {}

    /**
     * Reads outside of any mailbox.
     *
     * @param guildId 0 for a private channel, which has no commands of its own
     */
    static Optional<ListedApplication> find(StorageFacade storage, long guildId, long id) {
        return storage.row(Applications.TABLE, id).map(row -> {
            User bot = storage.row(Users.TABLE, id).map(User::from).orElse(null);
            List<Listed> commands = new ArrayList<>(listed(storage, id, 0));
            if (guildId == 0) {
                return new ListedApplication(id, shown(row, bot), commands, Map.of());
            }
            commands.addAll(listed(storage, id, guildId));
            return new ListedApplication(id, shown(row, bot), commands, new GrantStore(storage, guildId, id).all());
        });
    }

    private static ObjectNode shown(RowView row, User bot) {
        return Json.<ObjectNode>tree(Application.from(row, bot)).retain(IN_SHORT);
    }

    private static List<Listed> listed(StorageFacade storage, long application, long guild) {
        return storage.all(Commands.TABLE, application, guild).stream()
                .map(row -> row.get(Commands.DEFINITION))
                .map(definition -> new Listed(Json.read(definition, ApplicationCommand.class), definition.length()))
                .toList();
    }

    /** What decides on a command: its own grants, or else those of all commands. */
    Optional<Grants> grantsOf(long command) {
        return Optional.ofNullable(grants.get(command)).or(this::grantsOfAll);
    }

    Optional<Grants> own(long command) {
        return Optional.ofNullable(grants.get(command));
    }

    Optional<Grants> grantsOfAll() {
        return Optional.ofNullable(grants.get(id));
    }
}
