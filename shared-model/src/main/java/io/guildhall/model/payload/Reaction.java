package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * How often a message was reacted to with an emoji.
 *
 * @param me whether the reader of the message is among them
 */
@RegisterForReflection
public record Reaction(PartialEmoji emoji, int count, CountDetails countDetails, boolean me) {
    /** The normal reactions and the burst reactions of a {@link Reaction}. */
    @RegisterForReflection
    public record CountDetails(int burst, int normal) {}

    public static Reaction normal(PartialEmoji emoji, int count, boolean me) {
        return new Reaction(emoji, count, new CountDetails(0, count), me);
    }

    @JsonProperty("me_burst")
    boolean meBurst() {
        return false;
    }

    @JsonProperty("burst_colors")
    List<String> burstColors() {
        return List.of();
    }
}
