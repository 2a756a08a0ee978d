package io.guildhall.orchestration.stack;

/**
 * What kind of stack one is.
 *
 * @param port the first one, from which all others are counted
 * @param encrypted whether its services and etcd talk to each other over mutual TLS
 * @param searching whether messages are indexed and found: by search nodes, with Kafka and one cell
 * @param pushing whether people's devices are told: by push nodes, with Kafka
 */
public record Shape(int port, Store store, Mode mode, boolean encrypted, boolean searching, boolean pushing) {
    public static final Shape USUAL = of(8080, Store.EMBEDDED);

    /** A plain one, on JVMs. */
    public static Shape of(int port, Store store) {
        return new Shape(port, store, Mode.JVM, false, false, false);
    }

    public Shape with(Mode other) {
        return new Shape(port, store, other, encrypted, searching, pushing);
    }

    public Shape withEncryption() {
        return new Shape(port, store, mode, true, searching, pushing);
    }

    public Shape withSearch() {
        return new Shape(port, store, mode, encrypted, true, pushing);
    }

    public Shape withPush() {
        return new Shape(port, store, mode, encrypted, searching, true);
    }

    /** Whether owners publish what they tell. */
    public boolean publishing() {
        return searching || pushing;
    }

    public StackPorts ports() {
        return new StackPorts(port);
    }
}
