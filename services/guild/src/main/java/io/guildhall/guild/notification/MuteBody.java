package io.guildhall.guild.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;

/** Until when something is muted. */
public record MuteBody(Given<Long> endTime, Given<Long> selectedTimeWindow) {
    public static MuteBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new MuteBody(fields.timestamp("end_time"), fields.number("selected_time_window"));
    }

    ObjectNode json() {
        return Json.object()
                .put("end_time", Json.timestampOrNull(endTime.orNull()))
                .put("selected_time_window", selectedTimeWindow.orNull());
    }
}
