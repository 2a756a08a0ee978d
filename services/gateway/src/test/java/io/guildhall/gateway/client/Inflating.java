package io.guildhall.gateway.client;

import java.nio.charset.StandardCharsets;

/** Undoes a connection's compression, one message after the other. */
interface Inflating {
    Inflating NOTHING = message -> new String(message, StandardCharsets.UTF_8);

    String inflate(byte[] message);
}
