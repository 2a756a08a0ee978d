package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** What a person says of one channel: read up to this message. */
record Ack(long channelId, long messageId, AckBody body) {
    static Ack of(JsonNode step) {
        Fields fields = new Fields(step);
        return new Ack(
                fields.snowflake("channel_id").required(),
                fields.snowflake("message_id").required(),
                AckBody.of(step));
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("channel_id", Snowflake.format(channelId))
                .put("message_id", Snowflake.format(messageId))
                .put("manual", body.isManual());
        put(json, body.mentionCount());
        put(json, body.flags());
        put(json, body.lastViewed());
        return json;
    }

    /** Tells the person's sessions if that changes anything. Backwards only by hand: two devices may overtake each other. */
    void apply(UserState user, Changes changes, long now) {
        ReadEdits edits = new ReadEdits(user, changes, now);
        ReadState before = edits.get(channelId);
        ReadState after =
                before.viewed(body.flags().or(before.flags()), body.lastViewed().or(before.lastViewed()));
        if (body.isManual()) {
            after = after.setTo(messageId, body.mentionCount().or(0L), Snowflake.lowestAt(now));
        } else if (messageId > before.lastMessageId()) {
            after = after.readTo(messageId);
        }
        if (after.equals(before)) {
            return;
        }
        edits.later(after);
        if (after.lastMessageId() != before.lastMessageId() || body.isManual()) {
            changes.event(
                    Events.forPerson(PersonEvent.MESSAGE_ACK, event(after, now)).build());
        }
    }

    private ObjectNode event(ReadState state, long version) {
        ObjectNode event = Json.object()
                .put("channel_id", Snowflake.format(channelId))
                .put("message_id", Snowflake.format(messageId))
                .put("version", version)
                .put("flags", state.flags())
                .put("last_viewed", state.lastViewed() == 0 ? null : state.lastViewed());
        if (body.isManual()) {
            event.put("manual", true).put("mention_count", state.mentionCount());
        }
        return event;
    }

    private static void put(ObjectNode json, Given<Long> number) {
        number.value().ifPresent(value -> json.put(number.field(), value));
    }

    /** Whether the person was let into the channel once: then what it says of it is kept without asking again. */
    static boolean known(UserState user, long channelId) {
        return ReadProgress.of(user).states().contains(channelId);
    }
}
