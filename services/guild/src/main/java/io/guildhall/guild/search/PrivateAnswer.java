package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.search.StoredMessages.Shown;
import io.guildhall.messageindex.Hits;
import io.guildhall.model.payload.Json;

/** Answers a search of private channels, in the form of a guild's: there are no threads in them. */
final class PrivateAnswer {
    private PrivateAnswer() {}

    static ObjectNode of(Hits hits, Shown shown) {
        ObjectNode answer = Json.object();
        answer.set("messages", shown.groups());
        answer.putArray("threads");
        answer.putArray("members");
        return answer.put("total_results", hits.total()).put("doing_deep_historical_index", false);
    }
}
