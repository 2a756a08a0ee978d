package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** A guild as somebody sees it who thinks about joining: members always, others when it can be discovered. */
@Singleton
public final class GetGuildPreview implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.GET_GUILD_PREVIEW;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (!guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        GuildProperties properties = guild.properties();
        boolean visible = guild.findMember(call.callerId()).isPresent()
                || properties.features().contains("DISCOVERABLE");
        if (!visible) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        ObjectNode preview = Json.object()
                .put("id", properties.id())
                .put("name", properties.name())
                .put("icon", properties.icon())
                .put("description", properties.description())
                .put("home_header", properties.homeHeader())
                .put("splash", properties.splash())
                .put("discovery_splash", properties.discoverySplash())
                .put("approximate_member_count", guild.memberCount())
                .put("approximate_presence_count", guild.presences().onlineCount());
        preview.set("features", Json.tree(properties.features()));
        preview.set("emojis", Json.tree(GuildPayloads.emojis(guild)));
        preview.set("stickers", Json.tree(GuildPayloads.stickers(guild)));
        return Reply.json(preview);
    }
}
