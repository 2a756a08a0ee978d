package io.guildhall.guild.commandaccess;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.permission.Permission;
import java.util.Optional;

/**
 * The one rule for who may use a command in a guild, and where. Administrators always may. Others need the channel, and something that
 * says so of themselves: the command's own grants decide alone; those of all of an application's commands can only forbid; and
 * else the member needs the permissions that the command asks for.
 *
 * @param grants the command's own, or without any those of all its application's commands
 */
public record CommandRule(ApplicationCommand command, Optional<Grants> grants) {
    private static final int FOR_GUILDS = 0;
    private static final int FOR_PEOPLE = 1;

    /** Whether it is meant for such a place. */
    public static boolean isFor(CommandContext context, ApplicationCommand command) {
        return isNamed(command.contexts(), context.number(), context == CommandContext.GUILD || command.dmPermission());
    }

    /** Whether it is there where the application is by its bot. */
    public static boolean isForGuilds(ApplicationCommand command) {
        return isNamed(command.integrationTypes(), FOR_GUILDS, true);
    }

    /** Whether it is there for people who have the application. */
    public static boolean isForPeople(ApplicationCommand command) {
        return isNamed(command.integrationTypes(), FOR_PEOPLE, false);
    }

    private static boolean isNamed(JsonNode list, int wanted, boolean whenUnsaid) {
        if (list == null || list.isNull()) {
            return whenUnsaid;
        }
        for (JsonNode number : list) {
            if (number.asInt() == wanted) {
                return true;
            }
        }
        return false;
    }

    /** @param permissions what the member may do in the channel */
    public boolean allows(Asker asker, long permissions, long channelId) {
        boolean here = Permission.ADMINISTRATOR.in(permissions)
                || grants.flatMap(found -> found.ofChannel(channelId)).orElse(true);
        return here && allows(asker, permissions);
    }

    /** Whether the member may use it in channels that do not forbid it. */
    public boolean allows(Asker asker, long permissions) {
        return Permission.ADMINISTRATOR.in(permissions)
                || said(asker).orElseGet(() -> Permission.holdsAll(permissions, needed()));
    }

    /** Whether the member may use it nowhere, whatever the permissions in any channel are. */
    public boolean forbids(Asker asker, long permissionsInGuild) {
        return !Permission.ADMINISTRATOR.in(permissionsInGuild) && !said(asker).orElse(true);
    }

    /** What is decided of the member whatever the member's permissions are. */
    private Optional<Boolean> said(Asker asker) {
        return grants.flatMap(found -> found.ofMember(asker).filter(allows -> !allows || !found.isOfAllCommands()));
    }

    /** A command that names no permissions at all is for administrators. */
    private long needed() {
        if (command.defaultMemberPermissions() == null) {
            return Permission.NONE;
        }
        long named = Permission.parse(command.defaultMemberPermissions());
        return named == Permission.NONE ? Permission.ADMINISTRATOR.mask() : named;
    }
}
