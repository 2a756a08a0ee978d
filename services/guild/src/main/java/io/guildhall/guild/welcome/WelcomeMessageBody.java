package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What members say to newcomers, as a request has it. */
public record WelcomeMessageBody(Given<List<Long>> authorIds, Given<String> message) {
    public static WelcomeMessageBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WelcomeMessageBody(fields.snowflakes("author_ids"), fields.text("message"));
    }
}
