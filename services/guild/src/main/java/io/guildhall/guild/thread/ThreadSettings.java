package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about any thread that it begins. */
public record ThreadSettings(Given<String> name, Given<Long> autoArchiveDuration, Given<Long> rateLimitPerUser) {
    public static ThreadSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ThreadSettings(
                fields.text("name"), fields.number("auto_archive_duration"), fields.number("rate_limit_per_user"));
    }

    /** Of a thread of which only the name is said. */
    public static ThreadSettings named(Given<String> name) {
        return new ThreadSettings(name, Given.absent("auto_archive_duration"), Given.absent("rate_limit_per_user"));
    }
}
