package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;
import java.util.List;

/** Many channels that are read. */
public record BulkAck(Given<List<Entry>> readStates) {
    public static BulkAck of(JsonNode body) {
        return new BulkAck(new Fields(body).list("read_states", Entry::of));
    }

    /** One channel. */
    public record Entry(Given<Long> channelId, Given<Long> messageId) {
        static Entry of(JsonNode body) {
            Fields fields = new Fields(body);
            return new Entry(fields.snowflake("channel_id"), fields.snowflake("message_id"));
        }

        Ack ack() {
            return new Ack(channelId.required(), messageId.required(), AckBody.of(Json.object()));
        }
    }
}
