package io.guildhall.guild.poll;

import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.reminder.Reminder;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;

/** Has the owner of a channel told when a poll of the channel is over. */
public final class PollReminder {
    public static final String STEP = "pollIsOver";
    public static final String MESSAGE_ID = "message_id";

    private PollReminder() {}

    public static void set(Place place, long messageId, StoredPoll poll, Changes changes) {
        ActorKey owner = ActorKey.newBuilder()
                .setKind(place.guildId().isPresent() ? ActorKind.GUILD : ActorKind.PRIVATE_CHANNEL)
                .setId(place.guildId().orElse(place.channelId()))
                .build();
        new Reminder(
                        poll.expiry(),
                        messageId,
                        owner,
                        STEP,
                        Json.object()
                                .put(ChannelStep.CHANNEL_ID, Snowflake.format(place.channelId()))
                                .put(MESSAGE_ID, Snowflake.format(messageId)))
                .writeTo(changes);
    }
}
