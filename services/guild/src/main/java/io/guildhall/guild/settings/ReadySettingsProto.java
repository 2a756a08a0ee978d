package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserState;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** How a person's clients are set up, for newer ones. */
@Singleton
public final class ReadySettingsProto implements ReadyPart {
    @Override
    public String field() {
        return "user_settings_proto";
    }

    @Override
    public Supplier<JsonNode> of(UserState user) {
        Settings settings = Settings.of(user);
        return () -> TextNode.valueOf(settings.get(SettingsType.PRELOADED).base64());
    }
}
