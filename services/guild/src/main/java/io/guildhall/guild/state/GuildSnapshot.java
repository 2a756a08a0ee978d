package io.guildhall.guild.state;

import java.time.Clock;

/** A guild as it was at one moment, for any thread and for as long as somebody needs it. */
public record GuildSnapshot(GuildContents contents, Clock clock) implements GuildView {
    @Override
    public long now() {
        return clock.millis();
    }
}
