package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Goes through the channels after roles changed or went, a piece at a time: takes what went from their rows, and tells those for whom a
 * channel begins or ceases to show. The first piece is part of the change itself; what is left stands in the step by which the guild asks
 * itself to go on, which is stored with the piece before it, so that the next owner goes on.
 *
 * <p>In memory, and for relays, the roles are gone at once, so nobody can do or see more than before because of what is left. Who has a
 * role taken in the same moment, between two pieces, may keep a channel in its list until it connects anew.
 *
 * @param roles as they were
 * @param after the last channel that was looked at
 */
public record RoleSweep(List<FormerRole> roles, long after) {
    public static final String STEP = "sweepRoles";

    /** What is told in one piece, roughly; of all channels together it could be fifty times as much. */
    static final int PIECE_BYTES = 256 << 10;

    private static final int LOOKED_AT = 100;

    /** Most changes of roles matter to no channel; nothing is begun for them. */
    static void begin(List<GuildRole> before, GuildState guild, Changes changes) {
        RoleSweep sweep = new RoleSweep(before.stream().map(FormerRole::of).toList(), 0);
        LongPredicate ofThese = sweep.ids();
        ChannelSight sight = new ChannelSight(guild, guild, changes);
        boolean matters = !sight.decisive(sweep.roles).isEmpty()
                || !sight.managing(sweep.roles).isEmpty()
                || guild.channels().stream().anyMatch(channel -> channel.names(ofThese));
        if (matters) {
            sweep.goOn(guild, changes);
        }
    }

    public static RoleSweep of(JsonNode body) {
        List<FormerRole> roles = StreamSupport.stream(body.path("roles").spliterator(), false)
                .map(FormerRole::of)
                .toList();
        return new RoleSweep(roles, Snowflake.parse(body.path("after").asText()));
    }

    /** Does a piece, and asks the guild for the next if something is left. */
    public void goOn(GuildState guild, Changes changes) {
        ChannelSight sight = new ChannelSight(guild, former(guild), changes);
        Piece piece = new Piece(
                guild,
                changes,
                sight,
                roles,
                ids(),
                sight.decisive(roles),
                sight.managing(roles),
                new LinkedHashSet<>());
        Cursor<GuildChannel> channels = guild.contents().channels().byId().after(after);
        long bytes = 0;
        long last = after;
        for (int looked = 0; looked < LOOKED_AT && bytes < PIECE_BYTES && channels.hasNext(); looked++) {
            channels.next();
            GuildChannel channel = channels.value();
            last = channel.id();
            bytes += piece.sweep(channel);
        }
        piece.categories().forEach(sight::toldToEverybody);
        if (channels.hasNext()) {
            changes.step(guild.context().key(), STEP, new RoleSweep(roles, last).toBody());
        }
    }

    /** The guild as it would be if the roles were as before. */
    private GuildView former(GuildState guild) {
        GuildContents contents = guild.contents();
        RoleList before = contents.roles();
        for (FormerRole role : roles) {
            before = before.with(role.in(guild));
        }
        ChannelList channels = contents.channels();
        LongPredicate ofThese = ids();
        for (GuildChannel channel : contents.channels().byId().values()) {
            channels = channel.names(ofThese) ? channels.with(channel.before(ofThese)) : channels;
        }
        return new GuildSnapshot(contents.with(before).with(channels), guild.clock());
    }

    private LongPredicate ids() {
        return roles.stream().map(FormerRole::id).collect(Collectors.toSet())::contains;
    }

    /**
     * @param decisive those of the roles that can show or hide channels by themselves
     * @param managing those that manage threads from now on
     * @param categories that are to be told anew in the end, because of channels in them
     */
    private record Piece(
            GuildState guild,
            Changes changes,
            ChannelSight sight,
            List<FormerRole> roles,
            LongPredicate ids,
            List<FormerRole> decisive,
            List<FormerRole> managing,
            Set<GuildChannel> categories) {
        /** Returns how much it tells, roughly. */
        long sweep(GuildChannel channel) {
            if (channel.names(ids)) {
                return clean(channel.before(ids), channel, channel.swept(ids));
            }
            List<FormerRole> mattered = sight.mattered(channel, decisive);
            if (mattered.isEmpty() && managing.isEmpty()) {
                return 0;
            }
            if (!mattered.isEmpty()) {
                sight.rolesMattered(channel, mattered);
            }
            sight.managersGained(channel, managing);
            return channel.weight() + ofThreads(channel) + ofOccupants(channel);
        }

        /** They are told up to twice where the channel begins to show, roughly this long each. */
        private long ofThreads(GuildChannel channel) {
            return 1_000L * guild.threads().of(channel.id()).size();
        }

        /** Each is told as present and as gone, roughly this long together. */
        private long ofOccupants(GuildChannel channel) {
            return 1_000L * guild.voice().countIn(channel.id());
        }

        private long clean(GuildChannel before, GuildChannel channel, GuildChannel swept) {
            guild.put(swept);
            Rows.save(channel.storedRow(), swept.storedRow(), changes);
            sight.update(before, swept, roles);
            long more = sight.categoriesOf(before, swept)
                    .filter(categories::add)
                    .mapToLong(GuildChannel::weight)
                    .sum();
            sight.managersGained(swept, managing);
            return 3L * before.weight() + more + ofThreads(swept);
        }
    }

    private ObjectNode toBody() {
        ObjectNode body = Json.object().put("after", Snowflake.format(after));
        roles.forEach(role -> body.withArray("roles").add(role.toJson()));
        return body;
    }
}
