package io.guildhall.guild.commandindex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandRule;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The applications of a place and their commands, as a person's client offers them. It is made outside of any mailbox, from what is
 * stored then.
 *
 * <p>Applications are listed by age, {@value #MOST} at most; what follows when the commands fill {@value #MOST_LENGTH} characters is
 * left out.
 *
 * @param guildId 0 for a private channel
 * @param asker whom it is for; without roles in private
 * @param offered which commands are listed
 */
record CommandIndex(StorageFacade storage, long guildId, Asker asker, Predicate<CommandRule> offered) {
    static final int MOST = 50;
    static final int MOST_LENGTH = 4 << 20;

    ObjectNode of(List<Long> applications) {
        List<Long> oldest = applications.stream().limit(MOST).toList();
        ObjectNode index = Json.object();
        ArrayNode shown = index.putArray("applications");
        ArrayNode commands = index.putArray("application_commands");
        long version = 0;
        int length = 0;
        for (Optional<ListedApplication> found :
                SideBySide.map(oldest, id -> ListedApplication.find(storage, guildId, id))) {
            if (found.isEmpty() || length > MOST_LENGTH) {
                continue;
            }
            ListedApplication application = found.get();
            shown.add(withGrants(application.shown(), application.grantsOfAll().map(all -> all.concerning(asker))));
            for (ListedApplication.Listed listed : application.commands()) {
                ApplicationCommand command = listed.command();
                if (length <= MOST_LENGTH && isOffered(application, command)) {
                    length += listed.length();
                    version = Math.max(version, Snowflake.parse(command.version()));
                    commands.add(withGrants(
                            Json.tree(command),
                            application.own(Snowflake.parse(command.id())).map(own -> own.concerning(asker))));
                }
            }
        }
        return index.put("version", Snowflake.format(version));
    }

    private boolean isOffered(ListedApplication application, ApplicationCommand command) {
        return CommandRule.isFor(guildId != 0, command)
                && offered.test(new CommandRule(command, application.grantsOf(Snowflake.parse(command.id()))));
    }

    private static ObjectNode withGrants(ObjectNode shown, Optional<ObjectNode> grants) {
        grants.ifPresent(concerning -> shown.set("permissions", concerning));
        return shown;
    }
}
