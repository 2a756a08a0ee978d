package io.guildhall.gateway.client;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One inflater for a connection's life, as client libraries use it. */
public final class ZlibInflating implements Inflating {
    private final Inflater inflater = new Inflater();

    @Override
    public byte[] inflate(byte[] message) {
        int end = message.length;
        boolean flushed = end >= 4
                && message[end - 4] == 0
                && message[end - 3] == 0
                && message[end - 2] == -1
                && message[end - 1] == -1;
        if (!flushed) {
            throw new IllegalStateException("a message does not end with 00 00 ff ff");
        }
        inflater.setInput(message);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        try {
            for (int length = inflater.inflate(part); length > 0; length = inflater.inflate(part)) {
                text.write(part, 0, length);
            }
        } catch (DataFormatException malformed) {
            throw new IllegalStateException(malformed);
        }
        return text.toByteArray();
    }
}
