package io.guildhall.guild.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Guilds;

/** Whether strangers see a guild's widget, and what is in all of its forms. */
final class ShownWidget {
    private ShownWidget() {}

    /** @throws ApiException 10004 when there is no such guild, 50004 when its managers show no widget */
    static void require(GuildState guild) {
        if (!guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        if (!guild.row().get(Guilds.WIDGET_ENABLED, false)) {
            throw ApiException.of(ErrorCode.GUILD_WIDGET_DISABLED);
        }
    }

    static ObjectNode facts(GuildState guild) {
        return Json.object()
                .put("name", guild.row().get(Guilds.NAME))
                .put("presence_count", guild.presences().onlineCount());
    }
}
