package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Who is asked to become friends. */
public record FriendRequestBody(Given<String> username) {
    public static FriendRequestBody of(JsonNode body) {
        return new FriendRequestBody(new Fields(body).text("username"));
    }
}
