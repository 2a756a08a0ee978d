package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.GuildPages;
import java.util.List;

/**
 * What a guild says to those who have just come, and where it sends them. It never changes. Whether it is shown is a feature of
 * the guild.
 *
 * @param written false when nobody wrote one yet
 * @param description null for none
 */
record WelcomeScreen(boolean written, String description, List<WelcomeChannel> channels) {
    static final String FEATURE = "WELCOME_SCREEN_ENABLED";

    private static final WelcomeScreen NONE = new WelcomeScreen(false, null, List.of());

    /** Reads it when it was not needed yet. */
    static WelcomeScreen of(GuildState guild) {
        return guild.part(WelcomeScreen.class, WelcomeScreen::load);
    }

    private static WelcomeScreen load(GuildState guild) {
        return guild.storage()
                .row(GuildPages.TABLE, guild.id(), GuildPages.WELCOME_SCREEN)
                .map(row -> read(Json.parse(row.get(GuildPages.CONTENT))))
                .orElse(NONE);
    }

    private static WelcomeScreen read(JsonNode content) {
        Fields fields = new Fields(content);
        return new WelcomeScreen(
                true,
                fields.text("description").orNull(),
                fields.list("welcome_channels", WelcomeChannel::stored).or(List.of()));
    }

    String stored() {
        ArrayNode list = Json.array();
        channels.forEach(channel -> list.add(channel.stored()));
        return content(list).toString();
    }

    /** Channels that are gone are left out. */
    ObjectNode json(GuildView guild) {
        ArrayNode list = Json.array();
        channels.stream()
                .filter(channel -> guild.findChannel(channel.channelId()).isPresent())
                .forEach(channel -> list.add(channel.json(guild)));
        return content(list);
    }

    private ObjectNode content(ArrayNode list) {
        ObjectNode content = Json.object().put("description", description);
        content.set("welcome_channels", list);
        return content;
    }
}
