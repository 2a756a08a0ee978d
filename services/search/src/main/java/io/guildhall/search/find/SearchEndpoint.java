package io.guildhall.search.find;

import io.grpc.Status;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.remote.RemoteAnswer;
import io.guildhall.messageindex.remote.RemoteQuery;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.MutinySearchGrpc;
import io.guildhall.model.rpc.SearchedHome;
import io.guildhall.search.binding.NoCellException;
import io.guildhall.search.home.Home;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Searches over gRPC. */
@GrpcService
public class SearchEndpoint extends MutinySearchGrpc.SearchImplBase {
    private final Finder finder;

    SearchEndpoint(Finder finder) {
        this.finder = finder;
    }

    @Override
    @RunOnVirtualThread
    public Uni<FindReply> find(FindRequest request) {
        try {
            SearchQuery query = RemoteQuery.query(request);
            return Uni.createFrom().item(RemoteAnswer.reply(finder.find(query, terms(request))));
        } catch (IllegalArgumentException noQuery) {
            throw Status.INVALID_ARGUMENT.withDescription("no such query").asRuntimeException();
        } catch (SearchTooLongException tooLong) {
            throw Status.DEADLINE_EXCEEDED
                    .withDescription("the search took too long")
                    .asRuntimeException();
        } catch (UncheckedIOException | NoCellException away) {
            throw Status.UNAVAILABLE.withDescription("a cell does not answer").asRuntimeException();
        }
    }

    private static Map<Home, Long> terms(FindRequest request) {
        Map<Home, Long> terms = new HashMap<>();
        for (SearchedHome searched : request.getHomesList()) {
            if (!MessageFact.isHome(searched.getHome())) {
                throw new IllegalArgumentException("not a home");
            }
            terms.put(Home.of(searched.getHome()), searched.getEpoch());
        }
        return terms;
    }
}
