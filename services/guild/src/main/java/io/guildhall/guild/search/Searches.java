package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The search for messages, where one is installed. While the index is being made the answer is a 202 with 110000. */
@Singleton
public final class Searches {
    private static final int ACCEPTED = 202;
    private static final int SECONDS_TO_WAIT = 2;

    private final Optional<MessageSearch> search;

    public Searches(@All List<MessageSearch> search) {
        this.search = search.stream().findFirst();
    }

    /** Refuses with a 503 where there is none. */
    MessageSearch installed() {
        return search.orElseThrow(() -> ApiException.notInstalled("message search"));
    }

    /** @param answer what is answered when there is an index. Blocks, so it is for use outside the mailbox */
    static Reply answer(MessageSearch index, SearchQuery query, History history, Function<Hits, JsonNode> answer) {
        return switch (found(index, query, history)) {
            case Found.Messages(var hits) -> Reply.json(answer.apply(hits));
            case Found.NotYet(long documents) -> Reply.status(ACCEPTED, notYet(documents));
        };
    }

    private static Found found(MessageSearch index, SearchQuery query, History history) {
        try {
            return index.search(query, history);
        } catch (SearchTooLongException tooLong) {
            throw ApiException.unavailable();
        }
    }

    private static ObjectNode notYet(long documents) {
        return Json.object()
                .put("message", ErrorCode.INDEX_NOT_YET_AVAILABLE.message())
                .put("code", ErrorCode.INDEX_NOT_YET_AVAILABLE.number())
                .put("documents_indexed", documents)
                .put("retry_after", SECONDS_TO_WAIT);
    }
}
