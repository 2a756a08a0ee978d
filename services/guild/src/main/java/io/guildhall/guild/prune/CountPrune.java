package io.guildhall.guild.prune;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PruneOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Says how many a prune would remove. */
@Singleton
public final class CountPrune implements GuildOperation {
    private static final String ROLES = "include_roles";

    @Override
    public Operation operation() {
        return PruneOperations.COUNT_PRUNE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        List<Long> roles = Stream.of(call.query().path(ROLES).asText("").split(","))
                .filter(text -> !text.isBlank())
                .map(CountPrune::id)
                .toList();
        return PruneCount.answer(
                guild, PruneRule.of(guild, call.callerId(), call.queryNumber("days", PruneRule.DAYS), roles));
    }

    private static long id(String text) {
        try {
            return Snowflake.parse(text.strip());
        } catch (NumberFormatException malformed) {
            throw ApiException.invalidField(ROLES, "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
    }
}
