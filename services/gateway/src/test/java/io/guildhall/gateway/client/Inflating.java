package io.guildhall.gateway.client;

/** Undoes a connection's compression, one message after the other. */
interface Inflating {
    Inflating NOTHING = message -> message;

    byte[] inflate(byte[] message);
}
