package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request changes about a channel that only threads have. */
public record ThreadChange(
        Given<Boolean> archived,
        Given<Boolean> locked,
        Given<Boolean> invitable,
        Given<Long> autoArchiveDuration,
        Given<List<Long>> appliedTags) {
    public static ThreadChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ThreadChange(
                fields.flag("archived"),
                fields.flag("locked"),
                fields.flag("invitable"),
                fields.number("auto_archive_duration"),
                fields.snowflakes("applied_tags"));
    }
}
