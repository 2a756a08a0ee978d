package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.notification.GuildNotifications.Level;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The members for whom one message is meant.
 *
 * @param thread in which it is; null when it is in a channel
 * @param message what was asked: channel_id, author_id, type, flags, everyone, here, roles, mentions, after
 */
record MeantMembers(GuildView guild, GuildChannel channel, GuildThread thread, JsonNode message) {
    /** So many members are looked at together. */
    static final int PAGE = 5_000;

    /** In larger guilds nobody is told of messages that are not meant for some. Discord treats them so from this size on. */
    static final int MOST_TOLD_OF_ALL = 2_500;

    /** Empty when there is no such channel. */
    static Optional<MeantMembers> of(GuildView guild, JsonNode message) {
        if (!guild.exists()) {
            return Optional.empty();
        }
        long place = id(message, "channel_id");
        Optional<GuildThread> thread = guild.threads().byId().find(place);
        return guild.findChannel(thread.map(GuildThread::parentId).orElse(place))
                .map(channel -> new MeantMembers(guild, channel, thread.orElse(null), message));
    }

    /** By reason, with what everybody is told who has said nothing. */
    ObjectNode page() {
        ObjectNode answer = Json.object()
                .put("parent_id", Snowflake.format(thread == null ? 0 : channel.id()))
                .put("default_level", defaultLevel().number());
        ObjectNode users = answer.putObject("users");
        if (!isForAnybody()
                || (!isBroadcast() && thread == null && guild.members().size() > MOST_TOLD_OF_ALL)) {
            return answer;
        }
        Set<Long> apart = ids("mentions");
        apart.add(id(message, "author_id"));
        Set<Long> roles = ids("roles");
        Iterator<GuildMember> members = guild.members().after(id(message, "after"));
        GuildMember member = null;
        for (int looked = 0; looked < PAGE && members.hasNext(); looked++) {
            member = members.next();
            Set<PushReason> reasons = apart.contains(member.id()) || member.bot() ? Set.of() : reasons(member, roles);
            if (!reasons.isEmpty() && sees(member)) {
                ArrayNode named = users.putArray(Snowflake.format(member.id()));
                reasons.forEach(reason -> named.add(reason.name()));
            }
        }
        if (members.hasNext()) {
            answer.put("next", Snowflake.format(member.id()));
        }
        return answer;
    }

    private Set<PushReason> reasons(GuildMember member, Set<Long> roles) {
        Set<PushReason> reasons = EnumSet.noneOf(PushReason.class);
        if (message.path("everyone").asBoolean()
                && (!message.path("here").asBoolean() || guild.presences().shows(member.id()))) {
            reasons.add(PushReason.EVERYONE_MENTION);
        }
        if (roles.stream().anyMatch(member::hasRole)) {
            reasons.add(PushReason.ROLE_MENTION);
        }
        if (thread != null && thread.joinedBy(member)) {
            reasons.add(PushReason.THREAD_MESSAGE);
        }
        if (thread == null && guild.members().size() <= MOST_TOLD_OF_ALL) {
            reasons.add(PushReason.CHANNEL_MESSAGE);
        }
        return reasons;
    }

    /** Notices of the system are for nobody, nor is what its author wants nobody to be told of. */
    private boolean isForAnybody() {
        return MessageType.written(message.path("type").asLong())
                && !MentionNotices.isSilent(message.path("flags").asLong());
    }

    private boolean isBroadcast() {
        return message.path("everyone").asBoolean() || !message.path("roles").isEmpty();
    }

    private boolean sees(GuildMember member) {
        return thread == null
                ? guild.permissions().shows(member, channel)
                : guild.permissions().shows(member, thread);
    }

    private Level defaultLevel() {
        return Level.of(guild.row()
                        .get(Guilds.DEFAULT_MESSAGE_NOTIFICATIONS, 0L)
                        .intValue())
                .or(Level.ALL);
    }

    private Set<Long> ids(String field) {
        Set<Long> ids = new HashSet<>();
        message.path(field).forEach(id -> ids.add(Snowflake.parse(id.asText())));
        return ids;
    }

    private static long id(JsonNode body, String field) {
        return body.hasNonNull(field) ? Snowflake.parse(body.get(field).asText()) : 0;
    }
}
