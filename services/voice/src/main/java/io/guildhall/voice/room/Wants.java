package io.guildhall.voice.room;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What a client wants to be sent: of each sender by its SSRC, and of all others, from 0 for nothing to 100. */
final class Wants {
    static final Wants ALL = new Wants(Map.of(), true);

    private static final String ANY = "any";
    private static final int MOST = 256;

    private final Map<Integer, Boolean> bySender;
    private final boolean others;

    private Wants(Map<Integer, Boolean> bySender, boolean others) {
        this.bySender = bySender;
        this.others = others;
    }

    /** Passes over what is no number of a sender. */
    static Wants of(JsonNode data) {
        Map<Integer, Boolean> bySender = new HashMap<>();
        for (Map.Entry<String, JsonNode> want : data.properties()) {
            if (bySender.size() < MOST && want.getKey().matches("[0-9]{1,10}")) {
                bySender.put(
                        (int) Long.parseLong(want.getKey()), want.getValue().asInt(0) > 0);
            }
        }
        return new Wants(bySender, data.path(ANY).asInt(100) > 0);
    }

    boolean has(int ssrc) {
        return bySender.getOrDefault(ssrc, others);
    }
}
