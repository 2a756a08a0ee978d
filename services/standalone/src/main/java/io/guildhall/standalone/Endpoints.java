package io.guildhall.standalone;

/**
 * Where clients reach this instance.
 *
 * @param api base address of the REST API, without a version
 * @param gateway address of the WebSocket gateway
 * @param downloads base address of attachments
 */
record Endpoints(String api, String gateway, String downloads) {
    /** A process that listens on every address is reached as localhost from where the text is read. */
    static Endpoints at(String host, int port) {
        String reachable = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1") ? "localhost" : host;
        return new Endpoints(
                "http://%s:%d/api".formatted(reachable, port),
                "ws://%s:%d/gateway".formatted(reachable, port),
                "http://%s:%d/cdn".formatted(reachable, port));
    }
}
