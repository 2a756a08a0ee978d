package io.guildhall.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.owner.ChannelDirectory;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in which thread a message of a request will be, which its files need to know before the request is read. */
@ApplicationScoped
public class ThreadPath {
    static final String THREAD_ID = "thread_id";

    static final String CHANNEL_ID = "channel_id";

    private static final String APPLICATION_ID = "application_id";

    private final ApiIds ids;
    private final ChannelDirectory channels;

    @Inject
    public ThreadPath(ApiIds ids, ChannelDirectory channels) {
        this.ids = ids;
        this.channels = channels;
    }

    /**
     * The path's parameters, with {@code thread_id} where there is one. A thread that begins gets its id here. A webhook may be told of
     * one, and begins one when it sends into a forum; what answers an interaction does neither. Whether it is a thread of the webhook's
     * channel is for the owner to say, who refuses otherwise, and then the files go.
     */
    public Map<String, String> of(Operation operation, Map<String, String> path, JsonNode query) {
        boolean ofWebhook = path.containsKey("webhook_id") && !path.containsKey("interaction_id");
        if (ofWebhook && query.hasNonNull(THREAD_ID)) {
            return with(path, THREAD_ID, query.get(THREAD_ID).asText());
        }
        boolean begins = operation.equals(ThreadOperations.CREATE_THREAD)
                || (ofWebhook && operation.equals(WebhookOperations.EXECUTE_WEBHOOK) && isOfForum(path));
        return begins ? with(path, THREAD_ID, Snowflake.format(ids.next())) : path;
    }

    private boolean isOfForum(Map<String, String> path) {
        return channels.holdsOnlyThreads(Snowflake.parse(path.get(CHANNEL_ID)));
    }

    /** The channel or the thread that the files of a request belong to; those that no message carries belong to an application. */
    static String ofFiles(Map<String, String> path) {
        return path.getOrDefault(THREAD_ID, path.getOrDefault(CHANNEL_ID, path.getOrDefault(APPLICATION_ID, "0")));
    }

    /** For which channels those may have been uploaded before that a request names. */
    static Set<Long> channels(Map<String, String> path) {
        return Stream.of(THREAD_ID, CHANNEL_ID)
                .map(path::get)
                .filter(Objects::nonNull)
                .map(Snowflake::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, String> with(Map<String, String> path, String name, String id) {
        Map<String, String> whole = new HashMap<>(path);
        whole.put(name, id);
        return whole;
    }
}
