package io.guildhall.guild.commandaccess;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.CommandPermissionOperations;
import jakarta.inject.Singleton;

/** To whom a guild grants one command, or with the application's own id all that it decided nothing else on. */
@Singleton
public final class GetCommandPermissions implements GuildOperation {
    @Override
    public Operation operation() {
        return CommandPermissionOperations.GET_COMMAND_PERMISSIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long application = GrantReader.application(guild, call);
        long command = call.id("command_id");
        GrantStore store = new GrantStore(guild.context().freeStorage(), guild.id(), application);
        return Reply.later(() -> Reply.json(store.find(command)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND_PERMISSIONS))
                .json()));
    }
}
