package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;

/** What a guild says of a bot that was added to it. */
final class BotIntegration {
    private BotIntegration() {}

    static void announce(GuildState guild, User adder, RowView application, User bot, Changes changes) {
        ObjectNode integration = of(application, bot).put("guild_id", Snowflake.format(guild.id()));
        integration.set("user", Json.tree(adder));
        changes.event(
                Events.inGuild(DispatchEvent.INTEGRATION_CREATE, integration).build());
        changes.event(Events.inGuild(
                        DispatchEvent.GUILD_INTEGRATIONS_UPDATE,
                        Json.object().put("guild_id", Snowflake.format(guild.id())))
                .build());
    }

    /** As lists show it. */
    static ObjectNode of(RowView application, User bot) {
        String id = Snowflake.format(application.get(Applications.APPLICATION_ID));
        String name = application.get(Applications.NAME, "");
        ObjectNode integration = Json.object()
                .put("id", id)
                .put("name", name)
                .put("type", "discord")
                .put("enabled", true);
        integration.putObject("account").put("id", id).put("name", name);
        integration.putArray("scopes").add("bot").add("applications.commands");
        ObjectNode shown = integration
                .putObject("application")
                .put("id", id)
                .put("name", name)
                .put("icon", application.get(Applications.ICON))
                .put("description", application.get(Applications.DESCRIPTION, ""))
                .putNull("type");
        shown.set("bot", Json.tree(bot));
        return integration;
    }
}
