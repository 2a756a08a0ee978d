package io.guildhall.guild.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What goes on in a voice channel. */
public record RoomStatus(Given<String> status) {
    public static RoomStatus of(JsonNode body) {
        return new RoomStatus(new Fields(body).text("status"));
    }
}
