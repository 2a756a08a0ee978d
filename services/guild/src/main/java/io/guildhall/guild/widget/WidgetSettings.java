package io.guildhall.guild.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Whether a guild shows itself on other people's pages, and to which channel it invites from there. */
@Singleton
public final class WidgetSettings {
    @Produces
    @Singleton
    public GuildOperation getSettings() {
        return new Handler(
                GreetingOperations.GET_WIDGET_SETTINGS, (guild, call, changes) -> Reply.json(json(guild.row())));
    }

    @Produces
    @Singleton
    public GuildOperation updateSettings() {
        return new Handler(GreetingOperations.UPDATE_WIDGET_SETTINGS, WidgetSettings::update);
    }

    private static Reply update(GuildState guild, Call call, Changes changes) {
        WidgetChange body = WidgetChange.of(call.body());
        body.channelId()
                .value()
                .filter(channel -> !channel.equals(guild.row().get(Guilds.WIDGET_CHANNEL_ID)))
                .ifPresent(channel -> requireInviting(guild, call, channel));
        Patch patch = new Patch(guild.row(), call.audit().target(guild.id()));
        boolean enabled = guild.row().get(Guilds.WIDGET_ENABLED, false);
        if (body.enabled().or(enabled) != enabled) {
            patch.set("widget_enabled", Guilds.WIDGET_ENABLED, !enabled);
        }
        RowView row = patch.row();
        Long before = row.get(Guilds.WIDGET_CHANNEL_ID);
        if (body.channelId().named() && !Objects.equals(before, body.channelId().orNull())) {
            row = Rows.with(row, Guilds.WIDGET_CHANNEL_ID, body.channelId().orNull());
            call.audit()
                    .change(
                            "widget_channel_id",
                            shown(before),
                            shown(body.channelId().orNull()));
        }
        if (row.row().equals(guild.row().row())) {
            call.audit().skip();
        }
        new GuildEdits(guild, changes).saveGuild(row);
        return Reply.json(json(guild.row()));
    }

    /** Whoever has the widget invite there needs to be able to do so. */
    private static void requireInviting(GuildState guild, Call call, long channelId) {
        GuildMember caller = guild.member(call.callerId());
        GuildChannel channel = new ChannelGuard(guild, caller).named(channelId);
        guild.permissions().require(caller, channel, Permission.CREATE_INSTANT_INVITE);
    }

    private static String shown(Long channelId) {
        return channelId == null ? null : Snowflake.format(channelId);
    }

    private static ObjectNode json(RowView guild) {
        return Json.object()
                .put("enabled", guild.get(Guilds.WIDGET_ENABLED, false))
                .put("channel_id", shown(guild.get(Guilds.WIDGET_CHANNEL_ID)));
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
