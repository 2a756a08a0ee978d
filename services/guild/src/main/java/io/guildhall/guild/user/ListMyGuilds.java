package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.UserGuilds;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The caller's guilds by id. Which they are comes from the store, so that a guild is listed as soon as its owner has
 * acknowledged the member; what each looks like to the caller, its owner says.
 */
@Singleton
public final class ListMyGuilds implements UserOperation {
    private static final int MOST = 200;

    @Override
    public Operation operation() {
        return UserOperations.LIST_MY_GUILDS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long caller = user.id();
        StorageFacade storage = user.context().freeStorage();
        ActorCommands owners = user.context().owners();
        return Reply.later(() -> {
            List<CompletionStage<Outcome>> asked = page(caller, call, storage).stream()
                    .map(row -> owners.execute(describe(row.get(UserGuilds.GUILD_ID), caller, call)))
                    .toList();
            ArrayNode guilds = Json.array();
            for (CompletionStage<Outcome> outcome : asked) {
                add(outcome.toCompletableFuture().join(), guilds);
            }
            return Reply.json(guilds);
        });
    }

    /** Rising ids; the last ones before {@code before} when only that is given. */
    private static List<RowView> page(long caller, Call call, StorageFacade storage) {
        Optional<Long> before = call.queryId("before");
        Optional<Long> after = call.queryId("after");
        Read read = Read.from(UserGuilds.TABLE, caller).limit(call.queryNumber("limit", MOST));
        before.ifPresent(read::before);
        after.ifPresent(read::after);
        if (before.isPresent() && after.isEmpty()) {
            return storage.read(UserGuilds.TABLE, read.reversed().build()).reversed();
        }
        return storage.read(UserGuilds.TABLE, read.build());
    }

    private static Command describe(long guild, long caller, Call call) {
        return Command.newBuilder()
                .setActor(Keys.guild(guild))
                .setInternal(Internal.newBuilder()
                        .setStep(DescribeGuild.STEP)
                        .setBody(Json.bytes(Json.object()
                                .put("user_id", Snowflake.format(caller))
                                .put("with_counts", call.queryFlag("with_counts")))))
                .build();
    }

    /** A guild that was left or deleted meanwhile is passed over; one that can't be asked fails the whole list. */
    private static void add(Outcome outcome, ArrayNode guilds) {
        if (outcome.hasSuccess()) {
            guilds.add(Json.parse(outcome.getSuccess().getBody()));
        } else if (Outcomes.isUnavailable(outcome)) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
