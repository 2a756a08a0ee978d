package io.guildhall.voice.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.voice.message.Messages;
import io.guildhall.voice.message.Outgoing;
import io.guildhall.voice.message.VoiceOpcode;
import io.guildhall.voicemedia.MediaKey;
import io.guildhall.voicemedia.Nonces;
import io.guildhall.voicemedia.ReplayWindow;
import java.net.InetSocketAddress;

/**
 * One gateway session of a user in a room. It outlives its connection for a while, and its media goes on meanwhile. On the loop of media, like
 * everything in a room.
 */
public final class Member {
    private static final int PRIORITY = 4;
    private static final int FLAGS = 1 | 2 | PRIORITY;
    private static final int QUESTIONS_PER_SECOND = 5;

    private final VoiceToken token;
    private final String shownToken;
    private final String sessionId;
    private final Outgoing outgoing;
    private final Allowance packets;
    private final Allowance questions;
    private int ssrc;
    private Rights rights;
    private Wants wants = Wants.ALL;
    private int speaking;
    /** Null until the client has chosen how packets are sealed. */
    private MediaKey key;

    private Nonces nonces;
    private ReplayWindow seen;
    /** From where the client's packets come; null until one came. */
    private InetSocketAddress address;
    /** When its connection was lost, in ms; 0 while it has one. */
    private long detachedSince;

    /** @param packetsPerSecond of media */
    public Member(
            VoiceToken token,
            String shownToken,
            String sessionId,
            Rights rights,
            Outgoing outgoing,
            int packetsPerSecond,
            long nanoTime) {
        this.token = token;
        this.shownToken = shownToken;
        this.sessionId = sessionId;
        this.rights = rights;
        this.outgoing = outgoing;
        this.packets = new Allowance(packetsPerSecond, nanoTime);
        this.questions = new Allowance(QUESTIONS_PER_SECOND, nanoTime);
    }

    public long userId() {
        return token.userId();
    }

    public long guildId() {
        return token.serverId();
    }

    public long channelId() {
        return token.channelId();
    }

    public String sessionId() {
        return sessionId;
    }

    /** Whether this is what the client connected with. */
    public boolean showed(String text) {
        return shownToken.equals(text);
    }

    public Outgoing outgoing() {
        return outgoing;
    }

    public int ssrc() {
        return ssrc;
    }

    void ssrc(int assigned) {
        ssrc = assigned;
    }

    public Rights rights() {
        return rights;
    }

    void rights(Rights next) {
        rights = next;
    }

    public void wants(JsonNode data) {
        wants = Wants.of(data);
    }

    /** Begins with a key that nobody has used. */
    void use(MediaKey fresh) {
        key = fresh;
        nonces = new Nonces();
        seen = new ReplayWindow();
    }

    MediaKey key() {
        return key;
    }

    Nonces nonces() {
        return nonces;
    }

    ReplayWindow seen() {
        return seen;
    }

    InetSocketAddress address() {
        return address;
    }

    void address(InetSocketAddress next) {
        address = next;
    }

    boolean mayAsk(long now) {
        return questions.take(now);
    }

    boolean maySend(long now) {
        return packets.take(now);
    }

    /** Whether this member is to get what that one sends. */
    boolean takes(Member sender) {
        return this != sender
                && key != null
                && address != null
                && rights.hears()
                && !nonces.exhausted()
                && wants.has(sender.ssrc);
    }

    void announce(int flags) {
        speaking = flags & FLAGS;
    }

    /** What others are told that it does: nothing when it may not. */
    int shown() {
        if (!rights.speaks()) {
            return 0;
        }
        return rights.priority() ? speaking : speaking & ~PRIORITY;
    }

    void tell(VoiceOpcode opcode, JsonNode data) {
        outgoing.send(opcode, data);
    }

    /** Whose packets those with this SSRC are, and what it does. Of somebody without a key nothing is told: nobody is to know its SSRC yet. */
    void tellOf(Member other) {
        if (other.key != null) {
            tell(VoiceOpcode.SPEAKING, Messages.speaking(other.userId(), other.ssrc, other.shown()));
        }
    }

    public void detached(long now) {
        outgoing.disconnect();
        detachedSince = now;
    }

    public void attached() {
        detachedSince = 0;
    }

    boolean detachedBefore(long moment) {
        return detachedSince != 0 && detachedSince < moment;
    }
}
