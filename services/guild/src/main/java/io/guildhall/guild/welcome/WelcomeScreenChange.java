package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says of a guild's welcome screen. */
public record WelcomeScreenChange(
        Given<Boolean> enabled, Given<String> description, Given<List<WelcomeChannelBody>> welcomeChannels) {
    public static WelcomeScreenChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WelcomeScreenChange(
                fields.flag("enabled"),
                fields.text("description"),
                fields.list("welcome_channels", WelcomeChannelBody::of));
    }
}
