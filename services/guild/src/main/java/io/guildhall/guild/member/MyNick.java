package io.guildhall.guild.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** The nick that a member gives itself. */
public record MyNick(Given<String> nick) {
    public static MyNick of(JsonNode body) {
        Fields fields = new Fields(body);
        return new MyNick(fields.text("nick"));
    }
}
