package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a person calls a friend. */
public record NicknameBody(Given<String> nickname) {
    public static NicknameBody of(JsonNode body) {
        return new NicknameBody(new Fields(body).text("nickname"));
    }
}
