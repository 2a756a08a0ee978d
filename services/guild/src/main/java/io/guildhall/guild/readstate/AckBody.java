package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** How a person says that a channel is read. */
public record AckBody(Given<Boolean> manual, Given<Long> mentionCount, Given<Long> flags, Given<Long> lastViewed) {
    public static AckBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new AckBody(
                fields.flag("manual"),
                fields.number("mention_count"),
                fields.number("flags"),
                fields.number("last_viewed"));
    }

    boolean isManual() {
        return manual.or(false);
    }
}
