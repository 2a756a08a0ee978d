package io.guildhall.voice.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * What one session is told, in order. Clients from version 8 on get a number with each message that is worth repeating, and say how far they
 * have come when they resume; the latest are kept for that. Numbers have 16 bits and begin again. One thread.
 */
public final class Outgoing {
    /** What may be said while a client is away. Who missed more begins anew. */
    private static final int MOST_MESSAGES = 512;

    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int FIRST_WITH_NUMBERS = 8;
    private static final int NUMBERS = 1 << 16;
    private static final int NONE = -1;

    private final int version;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long characters;
    private int last = NONE;
    private boolean forgot;
    private Outlet outlet;

    private record Kept(int sequence, String text) {}

    public Outgoing(int version, Outlet outlet) {
        this.version = version;
        this.outlet = outlet;
    }

    public int version() {
        return version;
    }

    public void send(VoiceOpcode opcode, JsonNode data) {
        String text;
        if (version >= FIRST_WITH_NUMBERS) {
            last = (last + 1) % NUMBERS;
            text = Messages.numbered(opcode, data, last);
            keep(new Kept(last, text));
        } else {
            text = Messages.unnumbered(opcode, data);
        }
        if (outlet != null) {
            outlet.send(text);
        }
    }

    /** Something that is of no use later. */
    public void sendOnce(VoiceOpcode opcode, JsonNode data) {
        if (outlet != null) {
            outlet.send(Messages.unnumbered(opcode, data));
        }
    }

    public boolean connected() {
        return outlet != null;
    }

    public boolean isOn(Outlet some) {
        return outlet == some;
    }

    public void disconnect() {
        outlet = null;
    }

    public void close(CloseCode code) {
        if (outlet != null) {
            outlet.close(code);
            outlet = null;
        }
    }

    /**
     * Goes on over another connection, with everything that came after this number.
     *
     * @param acknowledged {@code -1} when the client has got none
     * @return false when that is not to be had any more
     */
    public boolean resume(Outlet next, int acknowledged, JsonNode resumed) {
        Iterator<Kept> rest = kept.iterator();
        if (!reached(rest, acknowledged)) {
            return false;
        }
        outlet = next;
        outlet.send(Messages.unnumbered(VoiceOpcode.RESUMED, resumed));
        rest.forEachRemaining(message -> outlet.send(message.text()));
        return true;
    }

    /** Leads the iterator behind the message with this number. */
    private boolean reached(Iterator<Kept> messages, int acknowledged) {
        if (version < FIRST_WITH_NUMBERS || acknowledged == last) {
            messages.forEachRemaining(message -> {});
            return true;
        }
        if (acknowledged == NONE) {
            return !forgot;
        }
        while (messages.hasNext()) {
            if (messages.next().sequence() == acknowledged) {
                return true;
            }
        }
        return false;
    }

    private void keep(Kept message) {
        kept.add(message);
        characters += message.text().length();
        while (kept.size() > MOST_MESSAGES || characters > MOST_CHARACTERS) {
            characters -= kept.remove().text().length();
            forgot = true;
        }
    }
}
