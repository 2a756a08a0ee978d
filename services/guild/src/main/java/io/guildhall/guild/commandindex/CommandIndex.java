package io.guildhall.guild.commandindex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandContext;
import io.guildhall.guild.commandaccess.CommandRule;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.UserApplications;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The applications of a place, and those that a person has wherever they are, with their commands, as the person's client offers them. It is made
 * outside of any mailbox, from what is stored then.
 *
 * <p>Applications are listed by age, {@value #MOST} at most; what follows when the commands fill {@value #MOST_LENGTH} characters is
 * left out.
 *
 * @param guildId 0 for a private channel, or for no place
 * @param asker whom it is for; without roles in private
 * @param context where an application's commands would be used
 * @param offered which commands of the place's own applications are listed
 */
record CommandIndex(
        StorageFacade storage,
        long guildId,
        Asker asker,
        LongFunction<Set<CommandContext>> context,
        Predicate<CommandRule> offered) {
    static final int MOST = 50;
    static final int MOST_LENGTH = 4 << 20;

    /**
     * @param here those that are in the place by their bots
     * @param withOwn whether those are listed that the person has
     */
    ObjectNode of(List<Long> here, boolean withOwn) {
        Set<Long> owned = withOwn ? owned() : Set.of();
        List<Long> oldest = Stream.concat(here.stream(), owned.stream())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
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
                if (length <= MOST_LENGTH && isOffered(application, command, here, owned)) {
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

    private Set<Long> owned() {
        return storage.all(UserApplications.TABLE, asker.userId()).stream()
                .map(row -> row.get(UserApplications.APPLICATION_ID))
                .collect(Collectors.toSet());
    }

    /** As {@code CommandAccess} lets them be used. */
    private boolean isOffered(
            ListedApplication application, ApplicationCommand command, List<Long> here, Set<Long> owned) {
        if (context.apply(application.id()).stream().noneMatch(wanted -> CommandRule.isFor(wanted, command))) {
            return false;
        }
        if (here.contains(application.id()) && CommandRule.isForGuilds(command)) {
            return offered.test(new CommandRule(command, application.grantsOf(Snowflake.parse(command.id()))));
        }
        return owned.contains(application.id()) && CommandRule.isForPeople(command);
    }

    private static ObjectNode withGrants(ObjectNode shown, Optional<ObjectNode> grants) {
        grants.ifPresent(concerning -> shown.set("permissions", concerning));
        return shown;
    }
}
