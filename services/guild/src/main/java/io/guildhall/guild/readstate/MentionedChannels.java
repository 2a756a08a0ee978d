package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.thread.Places;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The channels in which the mentions stand that a guild is asked about. However many stand in one, it is looked at once. */
public final class MentionedChannels {
    private final Map<Long, Boolean> open = new HashMap<>();
    private final GuildState guild;
    private final GuildMember member;
    private final long needed;

    /** @param needed the permissions that the member must have in a channel */
    public MentionedChannels(GuildState guild, GuildMember member, Permission... needed) {
        this.guild = guild;
        this.member = member;
        this.needed = Permission.of(needed);
    }

    /** An archived thread is in the store alone; which of the channels are such threads, the body does not tell. */
    public static List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return channels(body)
                .distinct()
                .map(channel -> Read.row(ArchivedThreads.TABLE, guildId, channel))
                .toList();
    }

    private static Stream<Long> channels(JsonNode body) {
        return body.path("mentions").valueStream().map(MentionedChannels::of);
    }

    /** The channel of a mention. */
    static long of(JsonNode mention) {
        return Snowflake.parse(mention.path(ChannelStep.CHANNEL_ID).asText());
    }

    /** Whether the channel of a mention is there, and the member has the permissions. */
    public boolean open(JsonNode mention) {
        return open.computeIfAbsent(of(mention), this::look);
    }

    private boolean look(long channel) {
        return Places.find(guild, channel)
                .filter(place -> Permission.holdsAll(place.permissions(member.id()), needed))
                .isPresent();
    }
}
