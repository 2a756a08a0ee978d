package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.scheduledevent.EventView;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.ManyRows;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Invite;
import io.guildhall.model.payload.InviteMetadata;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.ShownApplication;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Invites;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invites as answers show them. The inviters who left are read from the store. */
final class InviteView {
    private final GuildState guild;
    private final Map<Long, User> users;
    private final Map<Long, RowView> applications;

    private InviteView(GuildState guild, Map<Long, User> users, Map<Long, RowView> applications) {
        this.guild = guild;
        this.users = users;
        this.applications = applications;
    }

    /** Ready to show these invites. */
    static InviteView of(GuildState guild, Collection<GuildInvite> invites) {
        List<Long> strangers = invites.stream()
                .flatMap(invite -> Stream.of(invite.inviterId(), invite.row().get(Invites.TARGET_USER_ID)))
                .filter(Objects::nonNull)
                .filter(id -> guild.findMember(id).isEmpty())
                .toList();
        List<Long> applications = invites.stream()
                .map(invite -> invite.row().get(Invites.TARGET_APPLICATION_ID))
                .filter(Objects::nonNull)
                .toList();
        return new InviteView(
                guild,
                Profiles.of(guild.storage(), strangers),
                ManyRows.read(guild.storage(), Applications.TABLE, applications));
    }

    Invite plain(GuildInvite invite) {
        return show(invite, null, null, null);
    }

    /**
     * For those who look at it.
     *
     * @param counts whether they want to know how many are there
     * @param eventId the event that they want to see, if everybody may; 0 for none
     */
    Invite shown(GuildInvite invite, boolean counts, long eventId) {
        ObjectNode event =
                eventId == 0 ? null : EventView.forEverybody(guild, eventId).orElse(null);
        return counts
                ? show(invite, guild.memberCount(), guild.presences().onlineCount(), event)
                : show(invite, null, null, event);
    }

    /** For those who manage invites. */
    InviteMetadata withUses(GuildInvite invite) {
        return new InviteMetadata(
                plain(invite),
                Math.toIntExact(invite.uses()),
                Math.toIntExact(invite.maxUses()),
                Math.toIntExact(invite.maxAge()),
                invite.temporary(),
                Json.timestamp(invite.createdAt()));
    }

    static List<InviteMetadata> list(GuildState guild, Collection<GuildInvite> invites) {
        InviteView view = of(guild, invites);
        return invites.stream().map(view::withUses).collect(Collectors.toList());
    }

    /** Null when there is no such account. */
    User user(Long id) {
        return id == null ? null : guild.findMember(id).map(GuildMember::user).orElseGet(() -> users.get(id));
    }

    /** What an invite to an activity leads to; null for all others, and when it is gone. */
    ShownApplication application(GuildInvite invite) {
        RowView row = applications.get(invite.row().get(Invites.TARGET_APPLICATION_ID, 0L));
        return row == null ? null : ShownApplication.from(row);
    }

    private Invite show(GuildInvite invite, Integer members, Integer online, JsonNode event) {
        // A vanity URL leads to no channel when there is none that is everybody's.
        Optional<GuildChannel> channel = guild.findChannel(invite.channelId());
        Long targetType = invite.row().get(Invites.TARGET_TYPE);
        return new Invite(
                0,
                invite.code(),
                Invite.Inviting.of(guild.properties()),
                Snowflake.format(guild.id()),
                channel.map(InviteView::shown).orElse(null),
                user(invite.inviterId()),
                Json.timestampOrNull(invite.expiresAt()),
                0,
                targetType == null ? null : Math.toIntExact(targetType),
                user(invite.row().get(Invites.TARGET_USER_ID)),
                application(invite),
                members,
                online,
                event,
                invite.roles(guild).stream()
                        .map(role -> Invite.GivenRole.of(role.payload()))
                        .toList());
    }

    private static Invite.InviteChannel shown(GuildChannel channel) {
        return new Invite.InviteChannel(
                Snowflake.format(channel.id()), channel.type().number(), channel.name());
    }
}
