package io.guildhall.guild.command;

import static java.util.Objects.requireNonNull;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;

/** An operation on the commands of one scope. The catalogue names it once for everywhere and once for a guild. */
final class CommandOperation implements UserOperation {
    /** What is done in the scope, once it is clear that the caller may. */
    @FunctionalInterface
    interface Action {
        Reply run(CommandScope scope, Call call, Changes changes);
    }

    private final Operation operation;
    private final Action action;

    CommandOperation(Operation operation, Action action) {
        this.operation = requireNonNull(operation, "operation is null");
        this.action = requireNonNull(action, "action is null");
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return action.run(CommandScope.of(user, call), call, changes);
    }
}
