package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a file of a message. */
public record FileBody(
        Given<String> id,
        Given<String> title,
        Given<String> description,
        Given<Double> durationSecs,
        Given<String> waveform,
        Given<Boolean> isSpoiler) {
    public static FileBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new FileBody(
                fields.text("id"),
                fields.text("title"),
                fields.text("description"),
                fields.decimal("duration_secs"),
                fields.text("waveform"),
                fields.flag("is_spoiler"));
    }
}
