package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserState;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** How a person's clients are set up, for older ones. */
@Singleton
public final class ReadySettings implements ReadyPart {
    @Override
    public String field() {
        return "user_settings";
    }

    @Override
    public Supplier<JsonNode> of(UserState user) {
        Settings settings = Settings.of(user);
        return () -> settings.json();
    }
}
