package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import java.util.List;

/** What whoever knows a webhook's token does with it: nobody who has to be a member. */
record HookOperation(Operation operation, Action action) implements GuildOperation {
    interface Action {
        Reply run(HookCall hook, Call call, Changes changes);
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return HookCall.foreseen(guildId, call);
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return action.run(HookCall.of(guild, call), call, changes);
    }
}
