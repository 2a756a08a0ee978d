package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.Once;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Role;
import io.guildhall.model.permission.RoleTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The roles of a guild at one moment. It never changes; what is worked out of all of them is worked out once.
 *
 * @param table ready for the evaluator
 * @param payloads @everyone first, by position and id
 */
record RoleList(
        long guildId,
        LongMap<GuildRole> byId,
        Once<RoleTable> table,
        Once<List<Role>> payloads,
        Once<ByteString> json) {
    private static final Comparator<GuildRole> ORDER =
            Comparator.comparingLong(GuildRole::position).thenComparingLong(GuildRole::id);

    static RoleList empty(long guildId) {
        return of(guildId, LongMap.empty());
    }

    RoleList with(GuildRole role) {
        return of(guildId, byId.with(role.id(), role));
    }

    RoleList without(long roleId) {
        return of(guildId, byId.without(roleId));
    }

    private static RoleList of(long guildId, LongMap<GuildRole> byId) {
        Once<List<Role>> payloads = new Once<>(() ->
                byId.values().stream().sorted(ORDER).map(GuildRole::payload).toList());
        return new RoleList(
                guildId,
                byId,
                new Once<>(() -> RoleTable.of(
                        guildId,
                        byId.values().stream().collect(Collectors.toMap(GuildRole::id, GuildRole::permissions)))),
                payloads,
                new Once<>(() -> Json.bytes(payloads.get())));
    }
}
