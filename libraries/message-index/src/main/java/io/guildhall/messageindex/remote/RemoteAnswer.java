package io.guildhall.messageindex.remote;

import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FoundMessage;
import io.guildhall.model.rpc.FoundMessages;
import io.guildhall.model.rpc.IndexBeingBuilt;

/** What came of a search, as it comes from the cluster's search service. */
public final class RemoteAnswer {
    private RemoteAnswer() {}

    public static FindReply reply(Found found) {
        return switch (found) {
            case Found.Messages(Hits hits) ->
                FindReply.newBuilder().setFound(messages(hits)).build();
            case Found.NotYet(long documents) ->
                FindReply.newBuilder()
                        .setBuilding(IndexBeingBuilt.newBuilder().setDocuments(documents))
                        .build();
        };
    }

    /** @throws IllegalArgumentException when it says nothing */
    public static Found found(FindReply reply) {
        return switch (reply.getOutcomeCase()) {
            case FOUND ->
                new Found.Messages(new Hits(
                        reply.getFound().getTotal(),
                        reply.getFound().getMessagesList().stream()
                                .map(message -> new Hit(message.getChannel(), message.getMessage()))
                                .toList()));
            case BUILDING -> new Found.NotYet(reply.getBuilding().getDocuments());
            case OUTCOME_NOT_SET -> throw new IllegalArgumentException("an answer without an outcome");
        };
    }

    private static FoundMessages messages(Hits hits) {
        return FoundMessages.newBuilder()
                .setTotal(hits.total())
                .addAllMessages(hits.messages().stream()
                        .map(hit -> FoundMessage.newBuilder()
                                .setChannel(hit.channel())
                                .setMessage(hit.message())
                                .build())
                        .toList())
                .build();
    }
}
