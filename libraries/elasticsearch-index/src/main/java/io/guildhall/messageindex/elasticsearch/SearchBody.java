package io.guildhall.messageindex.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.messageindex.facet.Condition;
import io.guildhall.messageindex.facet.Conditions;
import io.guildhall.messageindex.lucene.Reading;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Phrase;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Words;
import io.guildhall.model.payload.Json;
import java.util.Set;

/** Puts a search into Elasticsearch's words. */
final class SearchBody {
    private SearchBody() {}

    static ObjectNode of(SearchQuery query, int offset, int limit, String longest) {
        ObjectNode body = Json.object();
        body.put("timeout", longest).put("track_total_hits", true);
        body.put("from", offset).put("size", limit);
        sorting(body, query.page());
        ObjectNode all = body.putObject("query").putObject("bool");
        text(all, query.words());
        all.withArray("filter").addObject().putObject("term").put(IndexShape.STATE, Lines.MESSAGE);
        bounds(all, query.place());
        Conditions.of(query).forEach(condition -> add(all, condition));
        return body;
    }

    /** All messages of these homes. */
    static ObjectNode homes(Set<Long> homes) {
        return messages(Conditions.homes(homes));
    }

    /** All messages of which this holds. */
    static ObjectNode messages(Condition condition) {
        ObjectNode body = Json.object();
        ObjectNode all = body.putObject("query").putObject("bool");
        all.withArray("filter").addObject().putObject("term").put(IndexShape.STATE, Lines.MESSAGE);
        add(all, condition);
        return body;
    }

    private static void sorting(ObjectNode body, Page page) {
        body.putArray("docvalue_fields").add(IndexShape.ID).add(IndexShape.PLACE);
        ArrayNode sort = body.putArray("sort");
        switch (page.sorting()) {
            case NEWEST_FIRST -> sort.addObject().put(IndexShape.ID, "desc");
            case OLDEST_FIRST -> sort.addObject().put(IndexShape.ID, "asc");
            case RELEVANCE -> {
                sort.add("_score");
                sort.addObject().put(IndexShape.ID, "desc");
            }
        }
    }

    /** At least one of the contents, where there are some; of each all phrases. Text without a single word finds nothing. */
    private static void text(ObjectNode all, Words words) {
        if (words.contents().isEmpty()) {
            return;
        }
        ObjectNode any = all.withArray("must").addObject().putObject("bool");
        any.put("minimum_should_match", 1);
        ArrayNode contents = any.putArray("should");
        words.contents().forEach(content -> content(contents.addObject(), content, words.slop()));
    }

    private static void content(ObjectNode query, String content, int slop) {
        ArrayNode phrases = Json.array();
        for (Phrase phrase : Phrase.of(content)) {
            String encoded = EncodedWords.of(phrase.text(), phrase.exact() ? Reading.QUOTED : Reading.ASKED);
            if (!encoded.isEmpty()) {
                phrases.addObject()
                        .putObject("match_phrase")
                        .putObject(IndexShape.TEXT)
                        .put("query", encoded)
                        .put("slop", phrase.exact() ? 0 : slop);
            }
        }
        if (phrases.isEmpty()) {
            query.putObject("match_none");
        } else {
            query.putObject("bool").set("must", phrases);
        }
    }

    private static void bounds(ObjectNode all, Place place) {
        if (place.after().isPresent() || place.before().isPresent()) {
            ObjectNode range =
                    all.withArray("filter").addObject().putObject("range").putObject(IndexShape.ID);
            place.after().ifPresent(id -> range.put("gt", id));
            place.before().ifPresent(id -> range.put("lt", id));
        }
    }

    private static void add(ObjectNode all, Condition condition) {
        ArrayNode values = all.withArray(condition.wanted() ? "filter" : "must_not")
                .addObject()
                .putObject("terms")
                .putArray(condition.facet().word());
        condition.values().forEach(values::add);
    }
}
