package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Writes what a person has read since this was asked for. */
@Singleton
public final class WriteReadStates implements UserStep {
    static final String STEP = "writeReadStates";

    private final Clock clock;

    public WriteReadStates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        new ReadEdits(user, changes, clock.millis()).writeAll();
        return Reply.noContent();
    }
}
