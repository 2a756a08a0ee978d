package io.guildhall.voice.message;

/** A client's connection, as those see it who have something to say. Whatever is said after it was closed is lost. */
public interface Outlet {
    void send(String text);

    void close(CloseCode code);
}
