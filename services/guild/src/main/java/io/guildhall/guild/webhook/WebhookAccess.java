package io.guildhall.guild.webhook;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.Set;
import java.util.stream.Collectors;

/** The webhook that a call's path names, and whether it is the caller's to manage. */
public final class WebhookAccess {
    private WebhookAccess() {}

    /**
     * For whoever has its token, which api has looked at.
     *
     * @throws ApiException 10015 when there is none any more
     */
    public static RowView named(GuildState guild, Call call) {
        return new WebhookBook(guild)
                .find(call.id("webhook_id"))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_WEBHOOK));
    }

    /** For those who manage the webhooks of its channel. */
    static RowView managed(GuildState guild, Call call) {
        RowView webhook = named(guild, call);
        requireManager(guild, call, guild.channel(webhook.get(Webhooks.CHANNEL_ID)));
        return webhook;
    }

    static void requireManager(GuildState guild, Call call, GuildChannel channel) {
        GuildMember member =
                guild.findMember(call.callerId()).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_PERMISSIONS));
        guild.permissions().require(member, channel, Permission.MANAGE_WEBHOOKS);
    }

    /** The channels whose webhooks are the caller's to manage: with their tokens it could write there, and read what they wrote. */
    static Set<Long> managedChannels(GuildState guild, Call call) {
        GuildMember member = guild.member(call.callerId());
        return guild.channels().stream()
                .filter(channel -> guild.permissions().has(member, channel, Permission.MANAGE_WEBHOOKS))
                .map(GuildChannel::id)
                .collect(Collectors.toSet());
    }

    /**
     * Where a webhook of this type may write: what one channel publishes comes into no forum, since it has no title.
     *
     * @throws ApiException 50024 when it may not
     */
    public static GuildChannel writable(GuildState guild, long channelId, long type) {
        GuildChannel channel = writable(guild, channelId);
        if (type == WebhookType.FOLLOWER && !channel.type().holdsMessages()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        return channel;
    }

    /** @throws ApiException 50024 when no webhook can write there */
    static GuildChannel writable(GuildState guild, long channelId) {
        GuildChannel channel = guild.channel(channelId);
        if (!channel.type().holdsMessages() && !channel.type().threadsOnly()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        return channel;
    }
}
