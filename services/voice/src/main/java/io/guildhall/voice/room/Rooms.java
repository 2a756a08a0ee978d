package io.guildhall.voice.room;

import io.guildhall.voice.message.CloseCode;
import io.guildhall.voicemedia.MediaKey;
import io.guildhall.voicemedia.Ssrcs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** All rooms of this node, and who is in them. On the loop of media. */
public final class Rooms {
    private final int mostSpeakers;
    private final Ssrcs<Member> ssrcs;
    private final Map<Long, Room> byChannel = new HashMap<>();
    private final Map<Place, Member> members = new HashMap<>();

    /** A user is in one room of a guild at most. */
    private record Place(long guildId, long userId) {
        static Place of(Member member) {
            return new Place(member.guildId(), member.userId());
        }
    }

    public Rooms(int mostSpeakers, IntSupplier random) {
        this.mostSpeakers = mostSpeakers;
        this.ssrcs = new Ssrcs<>(random);
    }

    /** Gives somebody who comes an SSRC. Whoever was there for the same user is disconnected. */
    public void admit(Member member) {
        find(member.guildId(), member.userId()).ifPresent(former -> end(former, CloseCode.DISCONNECTED));
        member.ssrc(ssrcs.assign(member));
        members.put(Place.of(member), member);
    }

    /** Once the member knows its own SSRC it is told of the others, and they of it. */
    public void enter(Member member) {
        byChannel
                .computeIfAbsent(member.channelId(), channel -> new Room(mostSpeakers))
                .enter(member);
    }

    public Optional<Member> find(long guildId, long userId) {
        return Optional.ofNullable(members.get(new Place(guildId, userId)));
    }

    Optional<Member> find(int ssrc) {
        return ssrcs.find(ssrc);
    }

    Room of(Member member) {
        return byChannel.get(member.channelId());
    }

    /** Disconnects somebody, at once and for good. */
    public void end(Member member, CloseCode code) {
        if (!members.remove(Place.of(member), member)) {
            return;
        }
        ssrcs.release(member.ssrc());
        member.outgoing().close(code);
        Room room = of(member);
        if (room != null) {
            room.leave(member);
            if (room.isEmpty()) {
                byChannel.remove(member.channelId());
            }
        }
    }

    /** The member begins with this key. Only now are the others told its SSRC: until it has a key, whoever names that says where the member is. */
    public void use(Member member, MediaKey key) {
        boolean first = member.key() == null;
        member.use(key);
        if (first) {
            of(member).reveal(member);
        }
    }

    public void announce(Member member, int flags) {
        of(member).announce(member, flags);
    }

    public void rights(Member member, Rights rights) {
        of(member).rights(member, rights);
    }

    /** Ends those who have had no connection since before this moment, in ms. */
    public void endDetached(long moment) {
        all().stream()
                .filter(member -> member.detachedBefore(moment))
                .forEach(member -> end(member, CloseCode.SESSION_TIMED_OUT));
    }

    public List<Member> all() {
        return new ArrayList<>(members.values());
    }

    public int size() {
        return members.size();
    }

    public int count() {
        return byChannel.size();
    }
}
