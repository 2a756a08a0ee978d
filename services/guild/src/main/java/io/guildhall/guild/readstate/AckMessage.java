package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReadStateOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * The caller has read a channel up to a message. The channel's owner is asked only the first time, whether the caller sees the channel; from then on
 * this touches nothing but the caller's own state.
 */
@Singleton
public final class AckMessage implements UserOperation {
    /** Tokens are not used any more, and always null. */
    private static final JsonNode ANSWER = Json.object().putNull("token");

    private final Clock clock;

    public AckMessage(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return ReadStateOperations.ACK_MESSAGE;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        Ack ack = new Ack(call.id("channel_id"), call.id("message_id"), AckBody.of(call.body()));
        if (Ack.known(user, ack.channelId())) {
            ack.apply(user, changes, clock.millis());
            return Reply.json(ANSWER);
        }
        ChannelAccess access = ChannelAccess.of(user);
        return Reply.later(() -> {
            access.require(ack.channelId());
            access.tell(Acked.STEP, Acked.body(List.of(ack)));
            return Reply.json(ANSWER);
        });
    }
}
