package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * Tells people of the channels that begin or cease to show to them because they became owner of the guild, or no more, or have other roles
 * than before: a piece at a time, in the order of the channels, since all of them may be as much as a relay's window. The first piece is part of
 * the change itself; what is left stands in the step by which the guild asks itself to go on, which is stored with the piece before
 * it, so that the next owner of the actor goes on. Threads come at last, behind their channels.
 *
 * <p>Relays have the change at once, so nobody receives more or less than before because of what is left. Whoever changes again between
 * two pieces is told of what shows now, by each change anew.
 *
 * @param after the last channel that was looked at
 */
public record SightSweep(Cause cause, long after) {
    public static final String STEP = "sweepSight";

    /** What is told in one piece, roughly. */
    static final int PIECE_BYTES = 256 << 10;

    /** Why somebody sees others than before. */
    private sealed interface Cause {
        /** Tells of one channel, if it is another than before for somebody; returns how much. */
        long tell(GuildChannel channel, GuildState guild, ChannelSight sight);

        void tellThreads(GuildState guild, Changes changes);

        void into(ObjectNode body);
    }

    /** The guild's owner is another. */
    private record Ownership(long before, long now) implements Cause {
        @Override
        public long tell(GuildChannel channel, GuildState guild, ChannelSight sight) {
            return sight.ownerChanged(channel, before, now);
        }

        @Override
        public void tellThreads(GuildState guild, Changes changes) {
            GuildContents contents = guild.contents();
            GuildContents formerly = contents.with(Rows.with(contents.row(), Guilds.OWNER_ID, before));
            GuildView former = new GuildSnapshot(formerly, guild.clock());
            guild.findMember(now).ifPresent(owner -> new ThreadSight(guild, former, changes).gained(owner, owner));
        }

        @Override
        public void into(ObjectNode body) {
            body.putArray("owners").add(Snowflake.format(before)).add(Snowflake.format(now));
        }
    }

    /** A member has other roles. Nothing is left to tell to one who has gone. */
    private record Bearer(long user, List<Long> formerRoles) implements Cause {
        @Override
        public long tell(GuildChannel channel, GuildState guild, ChannelSight sight) {
            return guild.findMember(user)
                    .map(member -> sight.memberChanged(channel, before(member), member))
                    .orElse(0L);
        }

        @Override
        public void tellThreads(GuildState guild, Changes changes) {
            guild.findMember(user)
                    .ifPresent(member -> new ThreadSight(guild, guild, changes).gained(before(member), member));
        }

        @Override
        public void into(ObjectNode body) {
            body.put("member", Snowflake.format(user));
            formerRoles.forEach(role -> body.withArray("roles").add(Snowflake.format(role)));
        }

        private GuildMember before(GuildMember member) {
            return member.withRoles(formerRoles);
        }
    }

    /** After the guild has another owner: of those two who do not see everything anyway. */
    static void ofOwners(long before, GuildState guild, Changes changes) {
        new SightSweep(new Ownership(before, guild.ownerId()), 0).goOn(guild, changes);
    }

    /**
     * After a member's roles changed: tells its own sessions. Also when the guild knows of none, since one that was lost on the way to
     * here may come back and be told what it missed.
     */
    static void ofRoles(GuildMember before, GuildState guild, Changes changes) {
        new SightSweep(new Bearer(before.id(), before.roleList()), 0).goOn(guild, changes);
    }

    public static SightSweep of(JsonNode body) {
        List<Long> owners = ids(body.path("owners"));
        Cause cause = owners.isEmpty()
                ? new Bearer(Snowflake.parse(body.path("member").asText()), ids(body.path("roles")))
                : new Ownership(owners.getFirst(), owners.getLast());
        return new SightSweep(cause, Snowflake.parse(body.path("after").asText()));
    }

    /** Does a piece, and asks the guild for the next if something is left. */
    public void goOn(GuildState guild, Changes changes) {
        ChannelSight sight = new ChannelSight(guild, guild, changes);
        Cursor<GuildChannel> channels = guild.contents().channels().byId().after(after);
        long bytes = 0;
        long last = after;
        while (bytes < PIECE_BYTES && channels.hasNext()) {
            channels.next();
            last = channels.value().id();
            bytes += cause.tell(channels.value(), guild, sight);
        }
        if (channels.hasNext()) {
            changes.step(guild.context().key(), STEP, new SightSweep(cause, last).toBody());
        } else {
            cause.tellThreads(guild, changes);
        }
    }

    private ObjectNode toBody() {
        ObjectNode body = Json.object().put("after", Snowflake.format(after));
        cause.into(body);
        return body;
    }

    private static List<Long> ids(JsonNode array) {
        LongStream ids = StreamSupport.stream(array.spliterator(), false).mapToLong(id -> Snowflake.parse(id.asText()));
        return ids.boxed().toList();
    }
}
