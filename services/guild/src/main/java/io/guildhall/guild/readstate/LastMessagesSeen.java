package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The last message of each channel and open thread that a member sees, as {@link Acked} takes them. */
@Singleton
public final class LastMessagesSeen implements GuildStep {
    static final String STEP = "lastMessagesSeen";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        GuildMember member = guild.findMember(
                        Snowflake.parse(body.path("user_id").asText()))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD));
        List<Ack> acks = new ArrayList<>();
        guild.channels().stream()
                .filter(channel ->
                        Permission.VIEW_CHANNEL.in(guild.permissions().of(member, channel)))
                .forEach(channel -> add(channel.id(), channel.lastMessageId(), acks));
        guild.threads().byId().values().stream()
                .filter(thread -> Permission.VIEW_CHANNEL.in(guild.permissions().of(member, thread)))
                .forEach(thread -> add(thread.id(), thread.lastMessageId(), acks));
        return Reply.json(Acked.body(acks));
    }

    private static void add(long channel, long lastMessage, List<Ack> acks) {
        if (lastMessage != 0) {
            acks.add(new Ack(channel, lastMessage, AckBody.of(Json.object())));
        }
    }
}
