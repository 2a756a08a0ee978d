package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** At which sessions a person is, the one that becomes ready among them. */
@Singleton
public final class ReadySessions implements ReadyPart {
    @Override
    public String field() {
        return "sessions";
    }

    @Override
    public Supplier<JsonNode> of(UserState user) {
        OwnSessions sessions = OwnSessions.of(user);
        return sessions::json;
    }
}
