package io.guildhall.guild.invite;

import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who got which invite from a lobby in the last hour, so that asking again makes no other. It is kept in memory alone: another owner makes
 * another invite.
 */
record LobbyInvitees(GuildState guild) {
    private static final long KEPT = Duration.ofHours(1).toMillis();

    /** The part of the guild's state: codes by person. */
    private record Given(Map<Long, String> codes) {}

    static LobbyInvitees of(GuildState guild) {
        return new LobbyInvitees(guild);
    }

    /** The invite's code, as long as it can be used and leads to this channel in this name. */
    Optional<String> codeOf(long user, ChannelLink link, InviteBook book) {
        return Optional.ofNullable(codes().get(user))
                .flatMap(book::find)
                .filter(this::isRecent)
                .filter(invite -> invite.channelId() == link.channelId() && invite.inviterId() == link.linkedBy())
                .map(GuildInvite::code);
    }

    /** Those that are used, gone or old are forgotten. */
    void remember(long user, GuildInvite invite, InviteBook book) {
        Set<String> recent = book.all().stream()
                .filter(this::isRecent)
                .map(GuildInvite::code)
                .collect(Collectors.toSet());
        Map<Long, String> codes = new HashMap<>(codes());
        codes.values().retainAll(recent);
        codes.put(user, invite.code());
        guild.putPart(new Given(Map.copyOf(codes)));
    }

    private boolean isRecent(GuildInvite invite) {
        return guild.now() - invite.createdAt() < KEPT;
    }

    private Map<Long, String> codes() {
        return guild.part(Given.class, none -> new Given(Map.of())).codes();
    }
}
