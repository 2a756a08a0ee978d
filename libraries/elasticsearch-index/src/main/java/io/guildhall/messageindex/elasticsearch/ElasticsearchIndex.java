package io.guildhall.messageindex.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.elasticsearch.Lines.Line;
import io.guildhall.messageindex.facet.Condition;
import io.guildhall.messageindex.facet.Facet;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages in one index of a cell. What is applied is safe with the answer. Versions are compared by the cell, so several processes may
 * write; what one of them removes as a whole (a channel, a home) another must not write at that moment. Writes go to an alias, so that a cell
 * that lost the index doesn't make one of another shape: they fail with {@link IndexGoneException}.
 */
public final class ElasticsearchIndex implements MessageIndex {
    /** Of each write it is said how it ended, and nothing else. */
    private static final String BULK =
            "/_bulk?require_alias=true&filter_path=items.index.status,items.index.error.type";

    private static final String SEARCH = "/_search";

    /** How rare a word is, is counted over all parts: else each would rank by its own, and equal messages differently. */
    private static final String SEARCH_PARTS = "/_search?search_type=dfs_query_then_fetch";

    /** A large home is deleted piece by piece: each request has to be answered before its sender gives the cell up. */
    static final int AT_ONCE = 5_000;

    private static final String DELETE = "/_delete_by_query?refresh=true&conflicts=proceed&max_docs=" + AT_ONCE;

    private static final String LONGEST_SEARCH = "10s";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 300;
    public static final int MOST_HITS = 10_000;
    private static final int ATTEMPTS = 20;

    /** A cell forgets with a refresh what was deleted before, by a clock that goes in steps of a fifth of a second. */
    private static final Duration FORGETTING = Duration.ofMillis(50);

    private final Cell cell;
    private final String path;
    private final String writing;
    private final String asking;
    private volatile boolean unseen = true;

    /** Opens an index of a cell, or makes it, as one whole. */
    public ElasticsearchIndex(Cell cell, String name, int replicas) {
        this(cell, name, IndexSize.whole(replicas));
    }

    /** Opens an index of a cell, or makes it. */
    public ElasticsearchIndex(Cell cell, String name, IndexSize size) {
        this.cell = cell;
        this.path = "/" + name;
        this.writing = path + IndexShape.WRITING;
        this.asking = path + (size.shards() > 1 ? SEARCH_PARTS : SEARCH);
        if (!cell.has(writing)) {
            create(IndexShape.of(name, size));
        }
    }

    /** Another process may make it at the same moment. That a cell makes none is nothing that was wrong with what is to be written there. */
    private void create(JsonNode shape) {
        try {
            cell.call("PUT", path, shape);
        } catch (UncheckedIOException refused) {
            if (!cell.has(writing)) {
                throw new UncheckedIOException(refused.getCause());
            }
        }
    }

    @Override
    public void apply(List<Change> changes) {
        Set<String> gone = gone(changes);
        Lines lines = new Lines();
        for (Change change : changes) {
            switch (change) {
                case Change.Put(MessageDocument document, Version version) -> {
                    if (!gone.contains(DocumentKeys.channel(document.channel()))
                            && !gone.contains(DocumentKeys.home(document.home()))) {
                        lines.put(document, version);
                    }
                }
                case Change.Remove(long message, Version version) -> lines.remove(message, version);
                case Change.RemoveChannel(long channel) -> {
                    lines = sent(lines);
                    removeAll(DocumentKeys.channel(channel), Facet.CHANNEL, channel);
                    gone.add(DocumentKeys.channel(channel));
                }
                case Change.RemoveHome(long home) -> {
                    lines = sent(lines);
                    removeAll(DocumentKeys.home(home), Facet.HOME, home);
                    gone.add(DocumentKeys.home(home));
                }
            }
        }
        sent(lines);
    }

    /** Nothing is left to do: what was applied is safe. */
    @Override
    public void commit() {}

    @Override
    public Hits search(SearchQuery query) {
        return ranked(query, query.page().offset(), query.page().limit()).hits();
    }

    /** Any part of what a query finds, to be merged with what other indexes find. At most {@value #MOST_HITS} hits lie in reach. */
    public RankedHits ranked(SearchQuery query, int offset, int limit) {
        refresh();
        JsonNode answer = cell.call("POST", asking, SearchBody.of(query, offset, limit, LONGEST_SEARCH));
        if (answer.path("timed_out").asBoolean()) {
            throw new SearchTooLongException();
        }
        List<RankedHits.Ranked> hits = new ArrayList<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            JsonNode fields = hit.path("fields");
            hits.add(new RankedHits.Ranked(
                    new Hit(
                            fields.path(IndexShape.PLACE).path(0).asLong(),
                            fields.path(IndexShape.ID).path(0).asLong()),
                    hit.path("_score").asDouble()));
        }
        return new RankedHits(answer.at("/hits/total/value").asLong(), hits);
    }

    @Override
    public long count(Set<Long> homes) {
        refresh();
        return cell.call("POST", path + "/_count", SearchBody.homes(homes))
                .path("count")
                .asLong();
    }

    @Override
    public Set<Long> incomplete(Set<Long> homes) {
        Set<String> complete =
                known(homes.stream().map(DocumentKeys::complete).toList()).keySet();
        return homes.stream()
                .filter(home -> !complete.contains(DocumentKeys.complete(home)))
                .collect(Collectors.toSet());
    }

    @Override
    public void complete(long home) {
        Lines lines = new Lines();
        lines.mark(DocumentKeys.complete(home));
        sent(lines);
    }

    @Override
    public Map<Long, Long> terms(Set<Long> homes) {
        Map<String, Long> known = known(homes.stream().map(DocumentKeys::term).toList());
        Map<Long, Long> terms = new HashMap<>();
        homes.forEach(home -> terms.put(home, known.getOrDefault(DocumentKeys.term(home), 0L)));
        return terms;
    }

    /** A home's messages are all there, as of this generation of its index: who counts generations asks for it by {@link #states}. */
    public void complete(long home, long generation) {
        Lines lines = new Lines();
        lines.term(DocumentKeys.complete(home), generation);
        sent(lines);
    }

    /** What the index knows of each of these homes. */
    public Map<Long, HomeState> states(Set<Long> homes) {
        List<String> keys = new ArrayList<>();
        homes.forEach(home -> {
            keys.add(DocumentKeys.term(home));
            keys.add(DocumentKeys.complete(home));
        });
        Map<String, Long> known = known(keys);
        Map<Long, HomeState> states = new HashMap<>();
        homes.forEach(home -> states.put(
                home,
                new HomeState(
                        known.getOrDefault(DocumentKeys.term(home), 0L),
                        known.getOrDefault(DocumentKeys.complete(home), 0L))));
        return states;
    }

    @Override
    public void remember(long home, long term) {
        Lines lines = new Lines();
        lines.term(DocumentKeys.term(home), term);
        sent(lines);
    }

    @Override
    public void begin(long home) {
        cell.remove(path + "/_doc/" + DocumentKeys.complete(home));
        deleteAll(Facet.HOME, home);
    }

    /** The index goes, with all that is in it. Another one of the name is made by who opens it. */
    public void remove() {
        cell.call("DELETE", path, null);
    }

    /** The cell stays open. */
    @Override
    public void close() {}

    /** The channels and homes of the changes that are gone for good, by key. */
    private Set<String> gone(List<Change> changes) {
        Set<String> asked = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Put(MessageDocument document, Version version)) {
                asked.add(DocumentKeys.channel(document.channel()));
                asked.add(DocumentKeys.home(document.home()));
            }
        }
        return new HashSet<>(known(asked).keySet());
    }

    private void removeAll(String key, Facet facet, long id) {
        Lines lines = new Lines();
        lines.mark(key);
        sent(lines);
        deleteAll(facet, id);
    }

    private void deleteAll(Facet facet, long id) {
        cell.call("POST", path + "/_refresh", null);
        JsonNode all = SearchBody.messages(new Condition(facet, Set.of(Long.toString(id)), true));
        long taken;
        do {
            taken = cell.call("POST", path + DELETE, all).path("total").asLong();
        } while (taken == AT_ONCE);
        unseen = true;
    }

    /** The documents with these keys that are there, and the term of each, 0 where it says none. */
    private Map<String, Long> known(Collection<String> keys) {
        Map<String, Long> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        ObjectNode body = Json.object();
        ArrayNode ids = body.putArray("ids");
        keys.forEach(ids::add);
        for (JsonNode document : cell.call("POST", path + "/_mget?stored_fields=" + IndexShape.TERM, body)
                .path("docs")) {
            if (document.path("found").asBoolean()) {
                known.put(
                        document.path("_id").asText(),
                        document.path("fields").path(IndexShape.TERM).path(0).asLong());
            }
        }
        return known;
    }

    /** Searches of this process see what it wrote; others do a moment later. */
    private void refresh() {
        if (unseen) {
            unseen = false;
            cell.call("POST", path + "/_refresh", null);
        }
    }

    /** New, empty lines, after these were written. What has a newer version already stays as it is. */
    private Lines sent(Lines lines) {
        Lines left = lines;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new UncheckedIOException(new IOException("the cell does not forget what was deleted"));
            }
            if (attempt > 0) {
                pause();
                cell.call("POST", path + "/_refresh", null);
            }
            List<Line> refused = write(left);
            unseen = true;
            left = new Lines(withNothingThere(refused));
        }
        return new Lines();
    }

    private static void pause() {
        try {
            Thread.sleep(FORGETTING);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stopped));
        }
    }

    /** Those for which the cell knows a newer version. */
    private List<Line> write(Lines lines) {
        List<Line> refused = new ArrayList<>();
        Iterator<Line> written = lines.all().iterator();
        for (JsonNode item : cell.bulk(writing + BULK, lines.text()).path("items")) {
            Line line = written.next();
            int status = item.path("index").path("status").asInt();
            if (status == NOT_FOUND) {
                throw new IndexGoneException(path);
            }
            if (status == CONFLICT) {
                refused.add(line);
            } else if (status >= FIRST_FAILURE) {
                throw CellFailure.ofWrite(status, item.at("/index/error/type").asText());
            }
        }
        return refused;
    }

    /**
     * A cell keeps the version of what was deleted by a query for a moment, until it has refreshed and no older write is under way. A newer
     * version of nothing is none: what was deleted for good is a document.
     */
    private List<Line> withNothingThere(List<Line> refused) {
        Set<String> there = known(refused.stream().map(Line::key).toList()).keySet();
        return refused.stream().filter(line -> !there.contains(line.key())).toList();
    }
}
