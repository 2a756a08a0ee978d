package io.guildhall.guild.guild;

import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.invite.VanityUrl;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.util.List;

/** Changes a guild's settings; only its owner gives it to somebody else. */
@Singleton
public final class UpdateGuild implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.UPDATE_GUILD;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChange body = GuildChange.of(call.body());
        GuildSettings settings = body.settings();
        Patch patch = new Patch(guild.row(), call.audit().target(guild.id()))
                .put(body.name(), Guilds.NAME)
                .put(body.description(), Guilds.DESCRIPTION)
                .put(body.icon(), Guilds.ICON)
                .put(body.splash(), Guilds.SPLASH)
                .put(body.banner(), Guilds.BANNER)
                .put(body.discoverySplash(), Guilds.DISCOVERY_SPLASH)
                .put(body.homeHeader(), Guilds.HOME_HEADER)
                .put(body.preferredLocale(), Guilds.PREFERRED_LOCALE)
                .put(settings.verificationLevel(), Guilds.VERIFICATION_LEVEL)
                .put(settings.defaultMessageNotifications(), Guilds.DEFAULT_MESSAGE_NOTIFICATIONS)
                .put(settings.explicitContentFilter(), Guilds.EXPLICIT_CONTENT_FILTER)
                .put(settings.afkTimeout(), Guilds.AFK_TIMEOUT)
                .flags(settings.systemChannelFlags(), Guilds.SYSTEM_CHANNEL_FLAGS, NamedChannels.SYSTEM_CHANNEL_FLAGS)
                .put(body.premiumProgressBarEnabled(), Guilds.PREMIUM_PROGRESS_BAR_ENABLED)
                .put(body.afkChannelId(), Guilds.AFK_CHANNEL_ID)
                .put(body.systemChannelId(), Guilds.SYSTEM_CHANNEL_ID)
                .put(body.rulesChannelId(), Guilds.RULES_CHANNEL_ID)
                .put(body.publicUpdatesChannelId(), Guilds.PUBLIC_UPDATES_CHANNEL_ID)
                .put(body.safetyAlertsChannelId(), Guilds.SAFETY_ALERTS_CHANNEL_ID)
                .put(body.ownerId(), Guilds.OWNER_ID);
        body.features()
                .value()
                .ifPresent(asked -> patch.set("features", Guilds.FEATURES, features(guild, call, asked)));
        NamedChannels.require(new ChannelGuard(guild, guild.member(call.callerId())), guild.row(), patch.row());
        requireTransfer(guild, call, body);
        new GuildEdits(guild, changes).saveGuild(VanityUrl.kept(patch.row(), changes));
        return Reply.json(GuildPayloads.update(guild));
    }

    private static String features(GuildState guild, Call call, List<String> asked) {
        return GuildFeatures.changed(
                guild.row().get(Guilds.FEATURES, "[]"), asked, guild.permissions(), guild.member(call.callerId()));
    }

    /** A bot answers for no guild, and who was not let in yet owns nothing there. */
    private static void requireFit(GuildMember next) {
        if (next.bot()) {
            throw ApiException.of(ErrorCode.OWNERSHIP_CANNOT_BE_MOVED_TO_A_BOT_USER);
        }
        if (next.pending()) {
            throw ApiException.of(ErrorCode.OWNER_CANNOT_BE_PENDING_MEMBER);
        }
    }

    private static void requireTransfer(GuildState guild, Call call, GuildChange body) {
        body.ownerId().value().ifPresent(next -> {
            if (call.callerId() != guild.ownerId()) {
                throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
            }
            requireFit(guild.member(next));
        });
    }
}
