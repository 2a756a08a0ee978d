package io.guildhall.guild.readstate;

import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.ChannelOwners;

/** Asks the owners of channels whether a person sees them, and tells the person's own actor of it. Only outside the mailbox. */
record ChannelAccess(long userId, StorageFacade storage, ActorCommands owners) {
    static ChannelAccess of(UserState user) {
        return new ChannelAccess(
                user.id(), user.context().freeStorage(), user.context().owners());
    }

    /** @throws ApiException when there is no such channel, or the person does not see it */
    void require(long channelId) {
        long guild = storage.row(ChannelOwners.TABLE, channelId)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL))
                .get(ChannelOwners.GUILD_ID, 0L);
        Outcome outcome = owners.ask(step(
                guild == 0 ? Keys.privateChannel(channelId) : Keys.guild(guild),
                MayRead.STEP,
                Json.object()
                        .put(ChannelStep.CHANNEL_ID, Snowflake.format(channelId))
                        .put("user_id", Snowflake.format(userId))));
        succeed(outcome);
    }

    /** A step of the person's own actor. */
    void tell(String step, Object body) {
        succeed(owners.ask(step(Keys.user(userId), step, body)));
    }

    static Command step(ActorKey actor, String step, Object body) {
        return Command.newBuilder()
                .setActor(actor)
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build();
    }

    static Outcome succeed(Outcome outcome) {
        if (!outcome.hasSuccess()) {
            throw ApiException.from(outcome.getFailure());
        }
        return outcome;
    }
}
