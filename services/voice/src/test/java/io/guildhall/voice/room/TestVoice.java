package io.guildhall.voice.room;

import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.voice.message.Outgoing;
import io.guildhall.voice.message.RecordingOutlet;
import io.guildhall.voicemedia.AeadMode;
import io.guildhall.voicemedia.MediaKey;
import io.guildhall.voicemedia.Seals;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A port of media without a network, and clients of it. */
final class TestVoice implements Datagrams, Traffic {
    static final Rights ALL = new Rights(true, true, false);
    static final int HEADER = 12;

    private final Random random = new Random(5);
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final Rooms rooms;
    private final Media media;
    private final List<Sent> sent = new ArrayList<>();
    private int forwarded;
    private int dropped;
    private int refused;

    record Sent(byte[] bytes, InetSocketAddress to) {}

    TestVoice(int mostSpeakers) {
        rooms = new Rooms(mostSpeakers, random::nextInt);
        media = new Media(rooms, this, nanos::get, this);
    }

    Rooms rooms() {
        return rooms;
    }

    void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    /** What left since the last time. */
    List<Sent> takeSent() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    int forwardedCount() {
        return forwarded;
    }

    int droppedCount() {
        return dropped;
    }

    int refusedCount() {
        return refused;
    }

    void receive(byte[] packet, InetSocketAddress from) {
        byte[] scratch = Arrays.copyOf(packet, 2_048);
        media.receive(scratch, packet.length, from);
    }

    @Override
    public void send(byte[] packet, int length, InetSocketAddress to) {
        sent.add(new Sent(Arrays.copyOf(packet, length), to));
    }

    /** A client that is connected, has chosen its mode and asked for its address, and has said that it speaks. */
    final class Client {
        final Member member;
        final RecordingOutlet outlet = new RecordingOutlet();
        final MediaKey key;
        InetSocketAddress address;
        private final Seals seals = new Seals();
        private int nonce;
        private int sequence;

        Client(long user, long channel, AeadMode mode, Rights rights) {
            this(user, channel, mode, rights, true);
        }

        Client(long user, long channel, AeadMode mode, Rights rights, boolean announces) {
            member = new Member(
                    new VoiceToken(user, 7, channel, 0, user),
                    "token" + user,
                    "session" + user,
                    rights,
                    new Outgoing(8, outlet),
                    500,
                    nanos.get());
            address = new InetSocketAddress("127.0.0.1", (int) (10_000 + user));
            rooms.admit(member);
            rooms.enter(member);
            receive(discovery(member.ssrc()), address);
            key = MediaKey.generate(mode, new SecureRandom());
            rooms.use(member, key);
            if (announces) {
                rooms.announce(member, 1);
            }
            takeSent();
        }

        byte[] packet(byte[] opus) {
            byte[] packet = new byte[HEADER + opus.length + Seals.OVERHEAD];
            ByteBuffer.wrap(packet)
                    .put((byte) 0x80)
                    .put((byte) 120)
                    .putShort((short) sequence++)
                    .putInt(sequence * 960)
                    .putInt(member.ssrc());
            seals.seal(key, nonce++, opus, opus.length, packet, HEADER);
            return packet;
        }

        void nonce(int next) {
            nonce = next;
        }

        void say(byte[] opus) {
            receive(packet(opus), address);
        }

        /** What the packet says, opened as the client would. */
        byte[] open(Sent packet) {
            byte[] plain = new byte[2_048];
            int opened = seals.open(key, packet.bytes(), HEADER, packet.bytes().length, plain);
            if (opened < 0) {
                throw new AssertionError("not for this client");
            }
            return Arrays.copyOf(plain, opened);
        }
    }

    static byte[] discovery(int ssrc) {
        return ByteBuffer.allocate(74)
                .putShort((short) 1)
                .putShort((short) 70)
                .putInt(ssrc)
                .array();
    }

    @Override
    public void forwarded(int listeners) {
        forwarded += listeners;
    }

    @Override
    public void dropped() {
        dropped++;
    }

    @Override
    public void refused() {
        refused++;
    }
}
