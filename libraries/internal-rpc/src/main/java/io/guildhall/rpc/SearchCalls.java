package io.guildhall.rpc;

import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.Search;
import io.guildhall.model.rpc.SearchGrpc;
import io.smallrye.mutiny.Uni;

/** The search of another node. One that nobody waits for any more is ended there too. */
record SearchCalls(UnaryCalls calls) implements Search {
    @Override
    public Uni<FindReply> find(FindRequest request) {
        return calls.send(SearchGrpc.getFindMethod(), request);
    }
}
