package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** A message as Slack's incoming webhooks take it. */
public record SlackBody(
        Given<String> text, Given<String> username, Given<String> iconUrl, Given<List<SlackAttachment>> attachments) {
    public static SlackBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SlackBody(
                fields.text("text"),
                fields.text("username"),
                fields.text("icon_url"),
                fields.list("attachments", SlackAttachment::of));
    }
}
