package io.guildhall.voice.gateway;

import io.guildhall.clientport.socket.SendWindow;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.Outlet;
import io.guildhall.voice.room.Member;
import java.util.Optional;

/** One connection of a client. On the loop of media. */
final class Connection implements Outlet {
    private final Outlet socket;
    private final int version;
    private final SendWindow window = new SendWindow();
    private final long openSince;
    private long lastHeartbeat;
    private Stage stage = Stage.OPEN;
    private Optional<Member> member = Optional.empty();

    /** How far the client has come. */
    enum Stage {
        /** It did not say yet who it is. */
        OPEN,
        /** It is waited for what a guild's owner says. */
        WAITING,
        /** It has a session. */
        BOUND,
        /** Closed or about to be; whatever still comes is ignored. */
        CLOSED
    }

    Connection(Outlet socket, int version, long now) {
        this.socket = socket;
        this.version = version;
        this.openSince = now;
        this.lastHeartbeat = now;
    }

    @Override
    public void send(String text) {
        if (stage != Stage.CLOSED) {
            socket.send(text);
        }
    }

    @Override
    public void close(CloseCode code) {
        if (stage != Stage.CLOSED) {
            stage = Stage.CLOSED;
            socket.close(code);
        }
    }

    void closed() {
        stage = Stage.CLOSED;
    }

    void waits() {
        stage = Stage.WAITING;
    }

    void bind(Member bound) {
        stage = Stage.BOUND;
        member = Optional.of(bound);
    }

    /** The session of this connection, as long as no other connection has taken it. */
    Optional<Member> member() {
        return member.filter(bound -> bound.outgoing().isOn(this));
    }

    Stage stage() {
        return stage;
    }

    int version() {
        return version;
    }

    SendWindow window() {
        return window;
    }

    void heartbeat(long now) {
        lastHeartbeat = now;
    }

    long lastHeartbeat() {
        return lastHeartbeat;
    }

    long openSince() {
        return openSince;
    }
}
