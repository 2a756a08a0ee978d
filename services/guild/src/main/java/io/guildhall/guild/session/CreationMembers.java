package io.guildhall.guild.session;

import com.google.protobuf.ByteString;
import io.guildhall.guild.presence.UserPresence;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.JsonParts;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members and presences of one GUILD_CREATE, each once, until their bytes are used up. */
final class CreationMembers {
    /** Bytes for members and presences together: some five thousand members with their presences. */
    static final int BUDGET = 2 << 20;
    /** Above this many members nobody's presence is told in GUILD_CREATE, as at Discord. */
    private static final int MAX_WITH_PRESENCES = 75_000;

    private final GuildView guild;
    private final Set<Long> added = new HashSet<>();
    private final List<ByteString> members = new ArrayList<>();
    private final List<ByteString> presences = new ArrayList<>();
    private int left = BUDGET;

    CreationMembers(GuildView guild) {
        this.guild = guild;
    }

    /** False when there is no room any more. */
    boolean add(GuildMember member) {
        return added.contains(member.id()) || take(member);
    }

    void add(long userId) {
        guild.findMember(userId).ifPresent(this::add);
    }

    /** Everybody who is online, in the order of the member list, with presences. */
    void addOnline() {
        if (guild.memberCount() > MAX_WITH_PRESENCES) {
            return;
        }
        for (long userId : guild.presences().onlineUsers(MAX_WITH_PRESENCES)) {
            if (!guild.findMember(userId).map(this::addWithPresence).orElse(true)) {
                return;
            }
        }
    }

    ByteString json() {
        return JsonParts.array(members);
    }

    ByteString presencesJson() {
        return JsonParts.array(presences);
    }

    private boolean addWithPresence(GuildMember member) {
        UserPresence presence = guild.presences().of(member.id());
        ByteString json = Json.bytes(presence.payload(null));
        if (!add(member) || json.size() > left) {
            return false;
        }
        presences.add(json);
        left -= json.size() + 1;
        return true;
    }

    private boolean take(GuildMember member) {
        ByteString json = Json.bytes(member.payload());
        if (json.size() > left) {
            return false;
        }
        members.add(json);
        added.add(member.id());
        left -= json.size() + 1;
        return true;
    }
}
