package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says of a guild's onboarding. */
public record OnboardingChange(
        Given<List<PromptBody>> prompts,
        Given<List<Long>> defaultChannelIds,
        Given<Boolean> enabled,
        Given<Long> mode) {
    public static OnboardingChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new OnboardingChange(
                fields.list("prompts", PromptBody::of),
                fields.snowflakes("default_channel_ids"),
                fields.flag("enabled"),
                fields.number("mode"));
    }
}
