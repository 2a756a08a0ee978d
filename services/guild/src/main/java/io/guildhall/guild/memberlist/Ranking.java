package io.guildhall.guild.memberlist;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who stands where in one list, as a guild is at one moment. Who is offline stands in the lists of guilds of up to {@value
 * #MOST_WITH_OFFLINE} members, as at Discord.
 */
record Ranking(GuildView guild, Groups groups, Viewers viewers) {
    static final int MOST_WITH_OFFLINE = 1_000;

    static boolean withOffline(GuildView guild) {
        return guild.memberCount() <= MOST_WITH_OFFLINE;
    }

    Optional<Place> place(long userId) {
        return guild.findMember(userId).filter(this::sees).flatMap(this::place);
    }

    /** Everybody's places, also of who is offline, in order, with the headers. */
    List<Place> all() {
        List<Place> places = new ArrayList<>();
        guild.members().forEach(member -> add(member, places));
        places.stream().map(Place::group).distinct().toList().forEach(group -> places.add(Place.header(group)));
        places.sort(Place.ORDER);
        return places;
    }

    private void add(GuildMember member, List<Place> places) {
        if (sees(member)) {
            place(member).ifPresent(places::add);
        }
    }

    private Optional<Place> place(GuildMember member) {
        boolean online = guild.presences().shows(member.id());
        if (!online && !withOffline(guild)) {
            return Optional.empty();
        }
        return Optional.of(new Place(groups.of(member.roles(), online), member.shownName(), member.id()));
    }

    private boolean sees(GuildMember member) {
        return viewers.everyone()
                || guild.findChannel(viewers.channelId())
                        .filter(channel -> guild.permissions().has(member, channel, Permission.VIEW_CHANNEL))
                        .isPresent();
    }
}
