package io.guildhall.orchestration.stack;

/**
 * What kind of stack one is.
 *
 * @param port the first one, from which all others are counted
 * @param encrypted whether its services and etcd talk to each other over mutual TLS
 */
public record Shape(int port, Store store, Mode mode, boolean encrypted) {
    public static final Shape USUAL = new Shape(8080, Store.EMBEDDED, Mode.JVM, false);

    public StackPorts ports() {
        return new StackPorts(port);
    }
}
