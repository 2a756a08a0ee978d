package io.guildhall.guild.soundboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * A new sound as a request describes it.
 *
 * @param sound the file's hash, which api has put in its place
 */
public record NewSound(
        Given<String> name, Given<Double> volume, Given<Long> emojiId, Given<String> emojiName, Given<String> sound) {
    public static NewSound of(JsonNode body) {
        SoundChange looks = SoundChange.of(body);
        return new NewSound(
                looks.name(), looks.volume(), looks.emojiId(), looks.emojiName(), new Fields(body).text("sound"));
    }

    SoundChange looks() {
        return new SoundChange(name, volume, emojiId, emojiName);
    }
}
