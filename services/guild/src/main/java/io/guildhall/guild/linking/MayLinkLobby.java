package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/**
 * Whether somebody may link a channel to a lobby: a text channel for everybody's age, linked to no other, in which they may write and which they manage;
 * after Discord's documentation of linked channels. Asked by the api before the lobby is.
 */
@Singleton
public final class MayLinkLobby implements GuildStep {
    private static final long NEEDED =
            Permission.of(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.MANAGE_CHANNELS);

    @Override
    public String step() {
        return LinkStep.MAY;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        return guild.calledBy(LinkStep.id(body, "user_id"), () -> may(guild, body));
    }

    private static Reply may(GuildState guild, JsonNode body) {
        GuildChannel channel = guild.channel(LinkStep.id(body, ChannelLink.CHANNEL_ID));
        GuildMember member = guild.findMember(LinkStep.id(body, "user_id"))
                .orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        guild.permissions().require(member, channel, NEEDED);
        if (!ChannelLink.fits(channel)) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        long lobby = LinkStep.id(body, "lobby_id");
        if (ChannelLink.of(channel).filter(link -> link.lobby() != lobby).isPresent()) {
            throw ApiException.invalidField(
                    ChannelLink.CHANNEL_ID, "CHANNEL_ALREADY_LINKED", "The channel is linked to another lobby.");
        }
        return Reply.json(Json.object().put("guild_id", Snowflake.format(guild.id())));
    }
}
