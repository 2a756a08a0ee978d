package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.permission.Permission;

/** Whether somebody may use a command in a place. */
final class CommandAccess {
    private static final int IN_GUILD = 0;
    private static final int WITH_BOT = 1;

    private CommandAccess() {}

    /** @throws ApiException when not: 10063 when the command is not for such a place, else 50013 */
    static void require(Place place, long userId, ApplicationCommand command) {
        if (!isFor(place, command)) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND);
        }
        place.require(userId, Permission.USE_APPLICATION_COMMANDS);
        if (place.guildId().isPresent() && !Permission.holdsAll(place.permissions(userId), needed(command))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    /** A command that names no permissions at all is for administrators. */
    private static long needed(ApplicationCommand command) {
        if (command.defaultMemberPermissions() == null) {
            return Permission.NONE;
        }
        long named = Permission.parse(command.defaultMemberPermissions());
        return named == Permission.NONE ? Permission.ADMINISTRATOR.mask() : named;
    }

    private static boolean isFor(Place place, ApplicationCommand command) {
        boolean inGuild = place.guildId().isPresent();
        if (command.contexts() == null || command.contexts().isNull()) {
            return inGuild || command.dmPermission();
        }
        for (JsonNode context : command.contexts()) {
            if (context.asInt() == (inGuild ? IN_GUILD : WITH_BOT)) {
                return true;
            }
        }
        return false;
    }
}
