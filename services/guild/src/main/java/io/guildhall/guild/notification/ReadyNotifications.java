package io.guildhall.guild.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What a person wants to be told of the guilds that it belongs to and of private channels, where it said anything. */
@Singleton
public final class ReadyNotifications implements ReadyPart {
    @Override
    public String field() {
        return "user_guild_settings";
    }

    @Override
    public Supplier<JsonNode> of(UserState user) {
        ArrayNode settings = Json.array();
        Notifications.of(user).byGuild().values().stream()
                .filter(guild -> guild.guildId() == Notifications.PRIVATE
                        || user.guilds().contains(guild.guildId()))
                .forEach(guild -> settings.add(guild.json()));
        return () -> settings;
    }
}
