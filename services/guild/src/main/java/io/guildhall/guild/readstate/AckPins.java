package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReadStateOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The caller has seen what is pinned in a channel by now. */
@Singleton
public final class AckPins implements UserOperation {
    @Override
    public Operation operation() {
        return ReadStateOperations.ACK_PINS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long channel = call.id("channel_id");
        boolean known = Ack.known(user, channel);
        ChannelAccess access = ChannelAccess.of(user);
        return Reply.later(() -> {
            if (!known) {
                access.require(channel);
            }
            access.tell(Seen.STEP, Json.object().put("channel_id", Snowflake.format(channel)));
            return Reply.noContent();
        });
    }

    /** This person has seen the pins of a channel. */
    @Singleton
    public static final class Seen implements UserStep {
        static final String STEP = "pinsSeen";

        private final Clock clock;

        public Seen(Clock clock) {
            this.clock = clock;
        }

        @Override
        public String step() {
            return STEP;
        }

        @Override
        public Reply handle(UserState user, JsonNode body, Changes changes) {
            long now = clock.millis();
            long channel = Snowflake.parse(body.path("channel_id").asText());
            ReadEdits edits = new ReadEdits(user, changes, now);
            edits.later(edits.get(channel).pinsSeen(now));
            changes.event(Events.forPerson(
                            PersonEvent.CHANNEL_PINS_ACK,
                            Json.object()
                                    .put("channel_id", Snowflake.format(channel))
                                    .put("timestamp", Json.timestamp(now))
                                    .put("version", now))
                    .build());
            return Reply.noContent();
        }
    }
}
