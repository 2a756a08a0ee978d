package io.guildhall.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Where the files of a request belong. */
public final class FilePath {
    private static final String CHANNEL_ID = "channel_id";

    private FilePath() {}

    /**
     * The path's parameters, with the channel in which the message will be: a webhook may be told to send it in a thread of its channel,
     * which an answer to an interaction is not. Whether the thread is one of the channel is for the owner to say, who refuses otherwise,
     * and then the files go.
     */
    public static Map<String, String> of(Map<String, String> path, JsonNode query) {
        boolean elsewhere =
                path.containsKey("webhook_id") && !path.containsKey("interaction_id") && query.hasNonNull("thread_id");
        if (!elsewhere) {
            return path;
        }
        Map<String, String> inThread = new HashMap<>(path);
        inThread.put(CHANNEL_ID, query.get("thread_id").asText());
        return inThread;
    }
}
