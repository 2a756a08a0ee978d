package io.guildhall.voice.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.voice.message.Messages;
import io.guildhall.voice.message.VoiceOpcode;
import io.guildhall.voicemedia.Seals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Those who are connected in one channel, by user. On the loop of media. */
final class Room {
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Speakers speakers;

    Room(int mostSpeakers) {
        speakers = new Speakers(mostSpeakers);
    }

    /** Tells the others of somebody new, and the new one of them. */
    void enter(Member entering) {
        for (Member other : members.values()) {
            other.tell(VoiceOpcode.CLIENTS_CONNECT, Messages.clientsConnect(List.of(entering.userId())));
            introduce(entering, other);
        }
        if (!members.isEmpty()) {
            entering.tell(VoiceOpcode.CLIENTS_CONNECT, Messages.clientsConnect(members.keySet()));
        }
        for (Member other : members.values()) {
            introduce(other, entering);
        }
        members.put(entering.userId(), entering);
    }

    /** Its SSRC with the rest, whether it speaks or not: its first packet overtakes what it says of itself over its WebSocket. */
    private static void introduce(Member member, Member to) {
        to.tell(VoiceOpcode.CLIENT_FLAGS, Messages.flags(member.userId()));
        to.tell(VoiceOpcode.CLIENT_PLATFORM, Messages.platform(member.userId()));
        to.tellOf(member);
    }

    void leave(Member leaving) {
        if (members.remove(leaving.userId(), leaving)) {
            speakers.forget(leaving.ssrc());
            tellOthers(leaving, VoiceOpcode.CLIENT_DISCONNECT, Messages.user(leaving.userId()));
        }
    }

    void announce(Member member, int flags) {
        member.announce(flags);
        reveal(member);
    }

    /** Tells the others whose packets those of this member are. */
    void reveal(Member member) {
        members.values().stream().filter(other -> other != member).forEach(other -> other.tellOf(member));
    }

    /** Whoever may not speak any more is silent for the others from now on. */
    void rights(Member member, Rights next) {
        Rights before = member.rights();
        member.rights(next);
        if (before.speaks() && !next.speaks()) {
            speakers.forget(member.ssrc());
        }
        if (!before.equals(next)) {
            members.values().stream().filter(other -> other != member).forEach(other -> other.tellOf(member));
        }
    }

    boolean admits(Member speaker, long now) {
        return speakers.admit(speaker.ssrc(), speaker.rights().priority(), now);
    }

    /**
     * Seals what a member said for each of the others, and sends it.
     *
     * @param packet begins with the header, which is not changed
     * @return how many were sent it
     */
    int forward(Member sender, byte[] plain, int length, byte[] packet, int header, Seals seals, Datagrams out) {
        int sent = 0;
        for (Member listener : members.values()) {
            if (listener.takes(sender)) {
                int size = seals.seal(listener.key(), listener.nonces().take(), plain, length, packet, header);
                out.send(packet, size, listener.address());
                sent++;
            }
        }
        return sent;
    }

    private void tellOthers(Member but, VoiceOpcode opcode, JsonNode data) {
        members.values().stream().filter(other -> other != but).forEach(other -> other.tell(opcode, data));
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    List<Member> all() {
        return new ArrayList<>(members.values());
    }
}
