package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A field of an attachment, by Slack's names or by Discord's. */
public record SlackField(
        Given<String> title, Given<String> name, Given<String> value, Given<Boolean> isShort, Given<Boolean> inline) {
    public static SlackField of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SlackField(
                fields.text("title"),
                fields.text("name"),
                fields.text("value"),
                fields.flag("short"),
                fields.flag("inline"));
    }
}
