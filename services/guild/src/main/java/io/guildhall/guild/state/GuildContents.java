package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.Once;
import io.guildhall.guild.presence.Presences;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything in a guild at one moment. It never changes; another moment's shares what did not change in between.
 *
 * @param row null before the guild is created and after it is deleted
 * @param properties the row as JSON
 * @param parts what is loaded when it is first needed, each by its class; they never change either
 */
public record GuildContents(
        long id,
        RowView row,
        Once<ByteString> properties,
        ChannelList channels,
        ThreadList threads,
        RoleList roles,
        GuildExpressions expressions,
        MemberTable members,
        Presences presences,
        VoiceStates voice,
        Map<Class<?>, Object> parts) {

    static GuildContents empty(long id, Presences presences, VoiceStates voice) {
        return new GuildContents(
                id,
                null,
                new Once<>(() -> ByteString.EMPTY),
                ChannelList.empty(),
                ThreadList.EMPTY,
                RoleList.empty(id),
                GuildExpressions.NONE,
                MemberTable.empty(id),
                presences,
                voice,
                Map.of());
    }

    GuildContents with(RowView next) {
        Once<ByteString> json = new Once<>(() -> Json.bytes(GuildProperties.from(next)));
        return new GuildContents(
                id, next, json, channels, threads, roles, expressions, members, presences, voice, parts);
    }

    GuildContents with(ChannelList next) {
        return new GuildContents(
                id, row, properties, next, threads, roles, expressions, members, presences, voice, parts);
    }

    GuildContents with(ThreadList next) {
        return new GuildContents(
                id, row, properties, channels, next, roles, expressions, members, presences, voice, parts);
    }

    GuildContents with(RoleList next) {
        MemberTable bearers = members.knowing(next.byId()::contains);
        return new GuildContents(
                id, row, properties, channels, threads, next, expressions, bearers, presences, voice, parts);
    }

    GuildContents with(GuildExpressions next) {
        return new GuildContents(id, row, properties, channels, threads, roles, next, members, presences, voice, parts);
    }

    GuildContents with(MemberTable next) {
        MemberTable bearers = next.knowing(roles.byId()::contains);
        return new GuildContents(
                id, row, properties, channels, threads, roles, expressions, bearers, presences, voice, parts);
    }

    GuildContents with(Presences next) {
        return new GuildContents(
                id, row, properties, channels, threads, roles, expressions, members, next, voice, parts);
    }

    GuildContents with(VoiceStates next) {
        return new GuildContents(
                id, row, properties, channels, threads, roles, expressions, members, presences, next, parts);
    }

    GuildContents withPart(Object part) {
        Map<Class<?>, Object> next = new HashMap<>(parts);
        next.put(part.getClass(), part);
        return withParts(next);
    }

    /** Whether nothing changed in between but what is no part of a guild itself. */
    public boolean sameAs(GuildContents other) {
        return sameMembers(other)
                && roles == other.roles
                && expressions == other.expressions
                && channels == other.channels
                && row == other.row;
    }

    /** Whether nobody came, left, or is different in any way or in presence. */
    public boolean sameMembers(GuildContents other) {
        return members == other.members && presences == other.presences;
    }

    /** Whether roles, the owner and all channels' overwrites are the same. */
    public boolean sameRules(GuildContents other) {
        return roles == other.roles
                && row.get(Guilds.OWNER_ID, 0L).equals(other.row.get(Guilds.OWNER_ID, 0L))
                && (channels == other.channels || channels.sameRules(other.channels));
    }

    /** What {@link #sameRules} compares, without all that would be kept with it. */
    GuildContents rulesOnly() {
        return empty(id, Presences.none(), VoiceStates.none())
                .with(row)
                .with(channels)
                .with(roles);
    }

    GuildContents withoutPart(Class<?> type) {
        Map<Class<?>, Object> next = new HashMap<>(parts);
        next.remove(type);
        return withParts(next);
    }

    /** What is left when everything that can be loaded again is forgotten. */
    public GuildContents withoutParts() {
        return withParts(Map.of());
    }

    private GuildContents withParts(Map<Class<?>, Object> next) {
        return new GuildContents(
                id,
                row,
                properties,
                channels,
                threads,
                roles,
                expressions,
                members,
                presences,
                voice,
                Map.copyOf(next));
    }
}
