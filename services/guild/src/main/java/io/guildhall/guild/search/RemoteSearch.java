package io.guildhall.guild.search;

import io.grpc.Status;
import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.remote.RemoteAnswer;
import io.guildhall.messageindex.remote.RemoteQuery;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.Search;
import io.guildhall.model.rpc.SearchedHome;
import io.guildhall.rpc.CallFailure;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Searches by asking the cluster's search nodes. Any of them answers; the searches of one home go to the same one while it is there, and once to
 * another when it can't be reached. The nodes read what was sent before a home had an index themselves, so of the history only the terms go
 * with the question. A cluster whose owners publish nothing has no search.
 */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public final class RemoteSearch implements MessageSearch {
    private static final int MOST_NODES = 2;

    /** Who is in no private channel has nothing to be asked about. */
    private static final Found NOTHING = new Found.Messages(new Hits(0, List.of()));

    /** So many terms of a person's private channels are read at one time. */
    private static final int READ_TOGETHER = 64;

    private final Discovery discovery;
    private final Peers<Search> peers;
    private final boolean published;
    private final Duration timeout;

    @Inject
    RemoteSearch(Discovery discovery, Peers<Search> peers, @All List<FactReader> facts, GuildConfig config) {
        this(
                discovery,
                peers,
                facts.stream().anyMatch(reader -> reader.reads(MessageFact.TOPIC)),
                config.searchTimeout());
    }

    /**
     * @param published whether search nodes hear of what is sent here
     * @param timeout how long a search may take, with both attempts
     */
    RemoteSearch(Discovery discovery, Peers<Search> peers, boolean published, Duration timeout) {
        this.discovery = discovery;
        this.peers = peers;
        this.published = published;
        this.timeout = timeout;
    }

    /** @throws ApiException when there is no search, or none that answers at the moment */
    @Override
    public Found search(SearchQuery query, History history) {
        if (!published) {
            throw ApiException.notInstalled("message search");
        }
        if (query.place().homes().isEmpty()) {
            return NOTHING;
        }
        long end = System.nanoTime() + timeout.toNanos();
        List<Long> homes = query.place().homes().stream().sorted().toList();
        FindRequest request = RemoteQuery.request(query, terms(homes, history));
        List<Node> order = Ring.order(discovery.nodes(Role.SEARCH), homes.getFirst());
        for (Node node : order.subList(0, Math.min(MOST_NODES, order.size()))) {
            try {
                return RemoteAnswer.found(ask(node, request, end));
            } catch (RuntimeException failure) {
                check(failure);
            }
        }
        throw ApiException.unavailable();
    }

    /** Returns when another node may be asked. */
    private static void check(RuntimeException failure) {
        switch (CallFailure.of(failure)) {
            case UNSENT, UNREACHABLE -> {}
            case LATE -> throw new SearchTooLongException();
            case OVERLOADED -> throw ApiException.unavailable();
            case REFUSED, BROKEN -> throw failure;
        }
    }

    private FindReply ask(Node node, FindRequest request, long end) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw late();
        }
        return peers.at(node, left)
                .find(request)
                .ifNoItem()
                .after(left)
                .failWith(RemoteSearch::late)
                .await()
                .indefinitely();
    }

    private static RuntimeException late() {
        return Status.DEADLINE_EXCEEDED.asRuntimeException();
    }

    private static List<SearchedHome> terms(List<Long> homes, History history) {
        List<SearchedHome> terms = new ArrayList<>(homes.size());
        for (int first = 0; first < homes.size(); first += READ_TOGETHER) {
            List<Long> some = homes.subList(first, Math.min(homes.size(), first + READ_TOGETHER));
            terms.addAll(SideBySide.map(some, home -> SearchedHome.newBuilder()
                    .setHome(history.owner(home))
                    .setEpoch(history.term(home))
                    .build()));
        }
        return Collections.unmodifiableList(terms);
    }
}
