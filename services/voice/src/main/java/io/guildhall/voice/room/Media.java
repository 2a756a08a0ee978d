package io.guildhall.voice.room;

import io.guildhall.voicemedia.IpDiscovery;
import io.guildhall.voicemedia.Nonces;
import io.guildhall.voicemedia.PacketKind;
import io.guildhall.voicemedia.Ping;
import io.guildhall.voicemedia.ReplayWindow.Order;
import io.guildhall.voicemedia.RtpHeader;
import io.guildhall.voicemedia.Seals;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What comes to the port of media. Whoever is not known gets nothing but the echo of a ping; whoever asks for its address gets as many bytes as
 * it sent. A packet counts when the key of the member whose SSRC it has opens it, and it did not come before; only then does it say where the
 * member is. On the loop of media.
 */
public final class Media {
    /** No packet that clients send is longer. */
    public static final int LONGEST = 1_500;

    private final Rooms rooms;
    private final Datagrams out;
    private final LongSupplier nanoTime;
    private final Traffic traffic;
    private final Seals seals = new Seals();
    private final byte[] plain = new byte[LONGEST];

    public Media(Rooms rooms, Datagrams out, LongSupplier nanoTime, Traffic traffic) {
        this.rooms = rooms;
        this.out = out;
        this.nanoTime = nanoTime;
        this.traffic = traffic;
    }

    /** @param packet has room for {@link #LONGEST} bytes and what sealing adds; it is changed */
    public void receive(byte[] packet, int length, InetSocketAddress from) {
        switch (PacketKind.of(packet, length)) {
            case PING -> {
                Ping.answer(packet);
                out.send(packet, length, from);
            }
            case DISCOVERY -> discovery(packet, from);
            case RTP -> rtp(packet, length, from);
            case KEEP_ALIVE -> {}
            case RTCP, STUN, DTLS, UNKNOWN -> traffic.dropped();
        }
    }

    private void discovery(byte[] question, InetSocketAddress from) {
        Optional<Member> known = rooms.find(IpDiscovery.ssrc(question));
        if (known.isEmpty() || !known.get().mayAsk(nanoTime.getAsLong())) {
            traffic.dropped();
            return;
        }
        Member member = known.get();
        if (member.key() == null) {
            // Nobody but the client has heard of this SSRC yet.
            member.address(from);
        }
        IpDiscovery.answer(question, from.getAddress().getHostAddress(), from.getPort());
        out.send(question, IpDiscovery.LENGTH, from);
    }

    private void rtp(byte[] packet, int length, InetSocketAddress from) {
        Optional<RtpHeader> header = RtpHeader.of(packet, length);
        Optional<Member> sender = header.flatMap(found -> rooms.find(found.ssrc()));
        if (sender.isEmpty() || sender.get().key() == null) {
            traffic.dropped();
        } else if (!opened(sender.get(), header.get(), packet, length, from)) {
            traffic.refused();
        }
    }

    private boolean opened(Member sender, RtpHeader header, byte[] packet, int length, InetSocketAddress from) {
        int opened = seals.open(sender.key(), packet, header.length(), length, plain);
        if (opened == Seals.FORGED || !Nonces.isClients(Seals.nonce(packet, length)) || !header.fits(plain, opened)) {
            return false;
        }
        Order order = sender.seen().take(Seals.nonce(packet, length));
        long now = nanoTime.getAsLong();
        if (order == Order.REPEATED || !sender.maySend(now)) {
            return false;
        }
        if (order == Order.NEWEST) {
            sender.address(from);
        }
        Room room = rooms.of(sender);
        if (room == null || !sender.rights().speaks() || !room.admits(sender, now)) {
            return false;
        }
        traffic.forwarded(room.forward(sender, plain, opened, packet, header.length(), seals, out));
        return true;
    }
}
