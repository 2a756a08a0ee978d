package io.guildhall.guild.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a member changes about itself. */
public record MyMember(Given<String> nick, Given<String> avatar, Given<String> banner, Given<String> bio) {
    public static MyMember of(JsonNode body) {
        Fields fields = new Fields(body);
        return new MyMember(fields.text("nick"), fields.text("avatar"), fields.text("banner"), fields.text("bio"));
    }
}
