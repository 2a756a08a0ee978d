package io.guildhall.guild.commandindex;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;

/** The commands that the caller has wherever they are, of the applications that they have installed for themselves. */
@Singleton
public final class GetMyCommandIndex implements UserOperation {
    @Override
    public Operation operation() {
        return InteractionOperations.GET_MY_COMMAND_INDEX;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        CommandIndex index = new CommandIndex(
                user.context().freeStorage(),
                0,
                new Asker(user.id(), List.of()),
                application -> EnumSet.allOf(CommandContext.class),
                rule -> false);
        return Reply.later(() -> Reply.json(index.of(List.of(), true)));
    }
}
