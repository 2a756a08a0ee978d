package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.model.id.Snowflake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What threads a search is for, and in which order.
 *
 * @param tags any of which, or all of which a thread has; none for no matter which
 * @param archived only archived ones, or only others; empty for both
 */
record ThreadQuery(
        NameQuery name,
        long minId,
        long maxId,
        List<Long> tags,
        boolean allTags,
        Optional<Boolean> archived,
        Comparator<ThreadHit> order) {
    private static final String ALL = "match_all";

    static ThreadQuery of(Call call) {
        JsonNode query = call.query();
        NameQuery name =
                NameQuery.of(query.path("name").asText(""), query.path("slop").asInt());
        return new ThreadQuery(
                name,
                call.queryId("min_id").orElse(0L),
                call.queryId("max_id").orElse(Long.MAX_VALUE),
                tags(query.path("tag")),
                query.path("tag_setting").asText().equals(ALL),
                query.hasNonNull("archived") ? Optional.of(query.get("archived").asBoolean()) : Optional.empty(),
                order(name, query));
    }

    boolean fits(ThreadHit hit) {
        return hit.id() >= minId
                && hit.id() <= maxId
                && hasTags(hit)
                && name.distance(hit.name()).isPresent();
    }

    private boolean hasTags(ThreadHit hit) {
        return tags.isEmpty() || (allTags ? hit.tags().containsAll(tags) : !Collections.disjoint(hit.tags(), tags));
    }

    /** The newest of what is asked for first, unless it is asked for the other way round; of equal ones the younger thread first. */
    private static Comparator<ThreadHit> order(NameQuery name, JsonNode query) {
        Comparator<ThreadHit> order =
                switch (query.path("sort_by").asText("last_message_time")) {
                    case "relevance" ->
                        Comparator.<ThreadHit>comparingInt(
                                        hit -> -name.distance(hit.name()).orElse(0))
                                .thenComparingInt(hit -> -hit.name().length());
                    case "creation_time" -> Comparator.comparingLong(ThreadHit::id);
                    case "archive_time" -> Comparator.comparingLong(ThreadHit::archivedAt);
                    default -> Comparator.comparingLong(hit -> Math.max(hit.lastMessageId(), hit.id()));
                };
        Comparator<ThreadHit> whole = order.thenComparingLong(ThreadHit::id);
        return query.path("sort_order").asText().equals("asc") ? whole : whole.reversed();
    }

    private static List<Long> tags(JsonNode given) {
        List<Long> tags = new ArrayList<>();
        given.forEach(tag -> tags.add(Snowflake.parse(tag.asText())));
        return tags;
    }
}
