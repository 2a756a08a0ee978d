package io.guildhall.tests.search;

import io.grpc.StatusRuntimeException;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Sorting;
import io.guildhall.messageindex.query.Words;
import io.guildhall.messageindex.remote.RemoteQuery;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.FoundMessage;
import io.guildhall.model.rpc.SearchedHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Searches of a cluster's nodes, as the owner of a guild has them asked. */
record Questions(ClusterCalls calls, SearchCluster cluster) {
    /** The oldest first; none while there is no answer. */
    List<Long> found(TestOwner owner, String words, int node) {
        List<Long> found = new ArrayList<>();
        for (int offset = 0; offset == found.size(); offset += Page.MAX_LIMIT) {
            SearchQuery query = SearchQuery.everything(Place.of(owner.guild.getId(), Set.of(owner.channel)))
                    .with(Words.of(words))
                    .with(new Page(Sorting.OLDEST_FIRST, Page.MAX_LIMIT, offset));
            FindReply reply = ask(
                    RemoteQuery.request(
                            query,
                            List.of(SearchedHome.newBuilder()
                                    .setHome(owner.guild)
                                    .setEpoch(owner.epoch())
                                    .build())),
                    node);
            reply.getFound().getMessagesList().stream()
                    .map(FoundMessage::getMessage)
                    .forEach(found::add);
        }
        return found;
    }

    private FindReply ask(FindRequest request, int node) {
        try {
            return calls.search(cluster.asking.get(node)).find(request);
        } catch (StatusRuntimeException away) {
            return FindReply.getDefaultInstance();
        }
    }
}
