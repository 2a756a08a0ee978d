package io.guildhall.guild.prune;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PruneOperations;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Begins to remove members who have not been there for long, and answers at once; how many they are only when asked to count them. One at
 * a time in each guild.
 */
@Singleton
public final class BeginPrune implements GuildOperation {
    @Override
    public Operation operation() {
        return PruneOperations.BEGIN_PRUNE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        PruneBody body = PruneBody.of(call.body());
        int days = body.days().or((long) PruneRule.DAYS).intValue();
        PruneRule rule =
                PruneRule.of(guild, call.callerId(), days, body.includeRoles().or(List.of()));
        if (guild.findPart(PruneJob.Running.class).isPresent()) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_PRUNE_REQUESTS_HAS_BEEN_REACHED);
        }
        PruneJob.begun(rule, call.callerId(), call.reason().orElse("")).goOn(guild, changes);
        return body.computePruneCount().or(true) ? PruneCount.answer(guild, rule) : Reply.json(PruneCount.pruned(null));
    }
}
