package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.message.PostBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/**
 * What a request says about a thread that it begins by itself.
 *
 * @param appliedTags of a post in a forum, as is the message
 */
public record NewThread(
        ThreadSettings settings,
        Given<Long> type,
        Given<Boolean> invitable,
        Given<List<Long>> appliedTags,
        Given<PostBody> message) {
    public static NewThread of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewThread(
                ThreadSettings.of(body),
                fields.number("type"),
                fields.flag("invitable"),
                fields.snowflakes("applied_tags"),
                fields.object("message", PostBody::of));
    }
}
