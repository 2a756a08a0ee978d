package io.guildhall.guild.command;

import io.guildhall.guild.application.ApplicationAccess;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.List;

/**
 * The commands that an application has everywhere, or those that it has in one guild only. Its actor is the only one that
 * writes them; they are seldom asked for, so that they are read from the store each time.
 *
 * @param guildId 0 for everywhere
 */
record CommandScope(UserState application, long guildId) {
    /**
     * The scope that the call's path names.
     *
     * @throws ApiException when the caller may not manage the application, or its bot is not in that guild
     */
    static CommandScope of(UserState user, Call call) {
        ApplicationAccess.requireManager(user, call);
        long guild = call.hasPath("guild_id") ? call.id("guild_id") : 0;
        if (guild != 0
                && user.context()
                        .storage()
                        .row(UserGuilds.TABLE, user.id(), guild)
                        .isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        return new CommandScope(user, guild);
    }

    long applicationId() {
        return application.id();
    }

    private StorageFacade storage() {
        return application.context().storage();
    }

    /**
     * Counts new commands among those that the application may make within a day.
     *
     * @throws ApiException when these are too many
     */
    void countNew(List<ApplicationCommand> made) {
        if (!made.isEmpty()) {
            long now = Snowflake.timestamp(Snowflake.parse(made.getLast().id()));
            CommandCreations.count(application, guildId, made.size(), now);
        }
    }

    boolean global() {
        return guildId == 0;
    }

    /** All of them, the oldest first. */
    List<ApplicationCommand> all() {
        return storage().all(Commands.TABLE, applicationId(), guildId).stream()
                .map(CommandScope::read)
                .toList();
    }

    ApplicationCommand command(long id) {
        return storage()
                .row(Commands.TABLE, applicationId(), guildId, id)
                .map(CommandScope::read)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND));
    }

    Mutation write(ApplicationCommand command) {
        return Write.to(Commands.TABLE, applicationId(), guildId, Snowflake.parse(command.id()))
                .set(Commands.TYPE, (long) command.type())
                .set(Commands.NAME, command.name())
                .set(Commands.VERSION, Snowflake.parse(command.version()))
                .set(Commands.DEFINITION, Json.write(command))
                .build();
    }

    Mutation delete(ApplicationCommand command) {
        return Write.delete(Commands.TABLE, applicationId(), guildId, Snowflake.parse(command.id()));
    }

    private static ApplicationCommand read(RowView row) {
        return Json.read(row.get(Commands.DEFINITION), ApplicationCommand.class);
    }
}
