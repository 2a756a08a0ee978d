package io.guildhall.orchestration.backend;

import java.nio.file.Path;

/** What the search of a stack stands on, on loopback. */
public final class Searched {
    private Searched() {}

    /** @param control the controller's port */
    public static Backend kafka(Path directory, int port, int control) {
        return new KafkaNode(directory, port, control);
    }

    /** @param peers the port on which nodes would meet */
    public static Backend elasticsearch(String name, Path directory, int port, int peers) {
        return new ElasticsearchNode(name, directory, port, peers);
    }
}
