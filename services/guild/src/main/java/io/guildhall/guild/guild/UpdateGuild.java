package io.guildhall.guild.guild;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;

/** Changes a guild's settings; only its owner gives it to somebody else. */
@Singleton
public final class UpdateGuild implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.UPDATE_GUILD;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        Patch patch = new Patch(guild.row(), call.body(), call.audit().target(guild.id()))
                .text("name", Guilds.NAME)
                .text("description", Guilds.DESCRIPTION)
                .text("icon", Guilds.ICON)
                .text("splash", Guilds.SPLASH)
                .text("banner", Guilds.BANNER)
                .text("discovery_splash", Guilds.DISCOVERY_SPLASH)
                .text("home_header", Guilds.HOME_HEADER)
                .text("preferred_locale", Guilds.PREFERRED_LOCALE)
                .number("verification_level", Guilds.VERIFICATION_LEVEL)
                .number("default_message_notifications", Guilds.DEFAULT_MESSAGE_NOTIFICATIONS)
                .number("explicit_content_filter", Guilds.EXPLICIT_CONTENT_FILTER)
                .number("afk_timeout", Guilds.AFK_TIMEOUT)
                .flags("system_channel_flags", Guilds.SYSTEM_CHANNEL_FLAGS, NamedChannels.SYSTEM_CHANNEL_FLAGS)
                .flag("premium_progress_bar_enabled", Guilds.PREMIUM_PROGRESS_BAR_ENABLED)
                .snowflake("afk_channel_id", Guilds.AFK_CHANNEL_ID)
                .snowflake("system_channel_id", Guilds.SYSTEM_CHANNEL_ID)
                .snowflake("rules_channel_id", Guilds.RULES_CHANNEL_ID)
                .snowflake("public_updates_channel_id", Guilds.PUBLIC_UPDATES_CHANNEL_ID)
                .snowflake("safety_alerts_channel_id", Guilds.SAFETY_ALERTS_CHANNEL_ID)
                .snowflake("owner_id", Guilds.OWNER_ID);
        if (call.hasValue("features")) {
            patch.set("features", Guilds.FEATURES, features(guild, call));
        }
        NamedChannels.require(guild, guild.row(), patch.row());
        requireTransfer(guild, call);
        new GuildEdits(guild, changes).saveGuild(patch.row());
        return Reply.json(GuildPayloads.update(guild));
    }

    private static String features(GuildState guild, Call call) {
        return GuildFeatures.changed(
                guild.row().get(Guilds.FEATURES, "[]"),
                call.body().get("features"),
                guild.permissions(),
                guild.member(call.callerId()));
    }

    private static void requireTransfer(GuildState guild, Call call) {
        call.bodyId("owner_id").ifPresent(next -> {
            if (call.callerId() != guild.ownerId()) {
                throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
            }
            guild.member(next);
        });
    }
}
