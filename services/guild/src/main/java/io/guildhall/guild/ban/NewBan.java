package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.time.Duration;

/** What goes with a ban. */
public record NewBan(Given<Long> deleteMessageSeconds, Given<Long> deleteMessageDays) {
    public static NewBan of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewBan(fields.number("delete_message_seconds"), fields.number("delete_message_days"));
    }

    /** How far back the messages go that are deleted; older clients count in days. */
    long seconds() {
        return deleteMessageSeconds.or(Duration.ofDays(deleteMessageDays.or(0L)).toSeconds());
    }
}
