package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What everybody is to know, and for how long. */
public record AnnouncementBody(Given<String> content, Given<Long> maxAge) {
    public static AnnouncementBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new AnnouncementBody(fields.text("content"), fields.number("max_age"));
    }
}
