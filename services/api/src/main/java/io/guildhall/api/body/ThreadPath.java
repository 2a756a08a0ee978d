package io.guildhall.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.config.ApiIds;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Says in which thread a message of a request will be, which its files need to know before the request is read. */
@ApplicationScoped
public class ThreadPath {
    static final String THREAD_ID = "thread_id";

    private final ApiIds ids;

    @Inject
    public ThreadPath(ApiIds ids) {
        this.ids = ids;
    }

    /**
     * The path's parameters, with {@code thread_id} where there is one. A thread that begins gets its id here. A webhook may be told of
     * one, and what answers an interaction may not; whether that is a thread of the webhook's channel is for the owner to say, who
     * refuses otherwise, and then the files go.
     */
    public Map<String, String> of(Operation operation, Map<String, String> path, JsonNode query) {
        if (operation.equals(ThreadOperations.CREATE_THREAD)) {
            return with(path, Snowflake.format(ids.next()));
        }
        boolean ofWebhook = path.containsKey("webhook_id") && !path.containsKey("interaction_id");
        return ofWebhook && query.hasNonNull(THREAD_ID)
                ? with(path, query.get(THREAD_ID).asText())
                : path;
    }

    /** The channel or the thread that the files of a request belong to. */
    static String ofFiles(Map<String, String> path) {
        return path.getOrDefault(THREAD_ID, path.getOrDefault("channel_id", "0"));
    }

    private static Map<String, String> with(Map<String, String> path, String thread) {
        Map<String, String> inThread = new HashMap<>(path);
        inThread.put(THREAD_ID, thread);
        return inThread;
    }
}
