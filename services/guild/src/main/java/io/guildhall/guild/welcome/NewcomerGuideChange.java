package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says of a guild's guide for newcomers. */
public record NewcomerGuideChange(
        Given<Boolean> enabled,
        Given<WelcomeMessageBody> welcomeMessage,
        Given<List<FirstActionBody>> newMemberActions,
        Given<List<GuideChannelBody>> resourceChannels) {
    public static NewcomerGuideChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewcomerGuideChange(
                fields.flag("enabled"),
                fields.object("welcome_message", WelcomeMessageBody::of),
                fields.list("new_member_actions", FirstActionBody::of),
                fields.list("resource_channels", GuideChannelBody::of));
    }
}
