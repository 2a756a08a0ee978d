package io.guildhall.voice.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a client would get. */
public final class RecordingOutlet implements Outlet {
    private final List<JsonNode> sent = new ArrayList<>();
    private Optional<CloseCode> closed = Optional.empty();

    @Override
    public void send(String text) {
        sent.add(Json.parse(text));
    }

    @Override
    public void close(CloseCode code) {
        closed = Optional.of(code);
    }

    public Optional<CloseCode> closed() {
        return closed;
    }

    /** What came since the last time. */
    public List<JsonNode> take() {
        List<JsonNode> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    public List<Integer> takeOpcodes() {
        return take().stream().map(message -> message.path("op").asInt()).toList();
    }
}
