package io.guildhall.guild.widget;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of a guild's widget. */
public record WidgetChange(Given<Boolean> enabled, Given<Long> channelId) {
    public static WidgetChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WidgetChange(fields.flag("enabled"), fields.snowflake("channel_id"));
    }
}
