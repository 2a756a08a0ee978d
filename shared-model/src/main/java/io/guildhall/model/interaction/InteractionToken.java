package io.guildhall.model.interaction;

import io.guildhall.model.id.Snowflake;
import java.time.Duration;

/**
 * What the token of an interaction says: whoever has it may answer as the application, in this channel, for as long as it lasts.
 */
public record InteractionToken(long interactionId, long applicationId, long channelId) {
    /** How long an interaction can be followed up. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** Counted from the interaction, whose id says when it was made. */
    public boolean isOver(long now) {
        return now - Snowflake.timestamp(interactionId) > LIFETIME.toMillis();
    }
}
