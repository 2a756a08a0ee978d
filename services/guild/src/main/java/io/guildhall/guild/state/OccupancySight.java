package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What sessions hear, after the channel itself, of who is in a channel that begins or ceases to show to them, and of what goes on there:
 * VOICE_STATE_UPDATE of each who is in it, as present or as gone, and to whom the channel begins to show the stage and the scheduled
 * events, too. A member always knows where it is itself.
 */
record OccupancySight(GuildState guild, Changes changes) {
    /** Voice states that are told of one channel; who begins a session hears of all. */
    private static final int MOST = 1_000;

    /**
     * To those for whom a change makes the difference, who are known to relays.
     *
     * @param former what relays knew before of that which makes it
     * @param users to whom alone it may have; empty for all
     * @return bytes that are told
     */
    long changed(GuildChannel channel, AudienceDelta former, List<Long> users) {
        long bytes = 0;
        for (InVoice state : in(channel)) {
            bytes += tell(VoiceEvents.sight(guild, channel.id(), state)
                    .setFormer(former)
                    .setOnlyChanged(true)
                    .addAllOnlyUsers(users));
            VoiceEvents.ownWhereHidden(guild, channel.id(), state, changes);
        }
        return bytes
                + beginning(channel)
                        .mapToLong(event ->
                                tell(event.setFormer(former).setOnlyGained(true).addAllOnlyUsers(users)))
                        .sum();
    }

    /** To one member. Returns the bytes that are told. */
    long changed(GuildChannel channel, GuildMember member, boolean sees) {
        long bytes = 0;
        for (InVoice state : in(channel)) {
            if (state.userId() != member.id()) {
                bytes += tell(VoiceEvents.anywhere(guild, sees ? state : state.movedTo(0))
                        .addOnlyUsers(member.id()));
            }
        }
        return sees
                ? bytes
                        + beginning(channel)
                                .mapToLong(event -> tell(event.addOnlyUsers(member.id())))
                                .sum()
                : bytes;
    }

    private List<InVoice> in(GuildChannel channel) {
        return guild.voice().countIn(channel.id()) == 0
                ? List.of()
                : guild.voice().all().stream()
                        .filter(state -> state.channelId() == channel.id())
                        .limit(MOST)
                        .toList();
    }

    private Stream<Event.Builder> beginning(GuildChannel channel) {
        return guild.contents().parts().values().stream()
                .filter(ShownInChannel.class::isInstance)
                // The parts have no order of their own.
                .sorted(Comparator.comparing(part -> part.getClass().getName()))
                .map(ShownInChannel.class::cast)
                .flatMap(part -> part.beginningIn(channel.id()).stream());
    }

    private long tell(Event.Builder event) {
        changes.event(event.build());
        return event.getPayload().size() + event.getPayloadWithoutSight().size();
    }
}
