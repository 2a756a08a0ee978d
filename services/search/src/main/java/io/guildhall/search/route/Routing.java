package io.guildhall.search.route;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.fact.ReadFacts;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.IndexWriters;
import io.guildhall.search.metrics.SearchMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brings records of the event log to where their home is indexed. Records may come twice and in any order. Blocks while the store is asked; any
 * virtual thread.
 */
@Singleton
public class Routing {
    private final Bindings bindings;
    private final IndexWriters writers;
    private final BuildQueue builds;
    private final ReadFacts facts;

    public Routing(Bindings bindings, IndexWriters writers, BuildQueue builds, SearchMetrics metrics) {
        this.bindings = bindings;
        this.writers = writers;
        this.builds = builds;
        this.facts = new ReadFacts(metrics::leftOut);
    }

    /**
     * Where a record goes: the cell, and what is to be done there.
     *
     * @param cell empty when nothing is left to do
     */
    public record Route(Optional<String> cell, CompletionStage<?> done) {
        private static final Route NOWHERE = new Route(Optional.empty(), CompletableFuture.completedStage(null));
    }

    /** The same where it can be told without asking the store. Never blocks. */
    public Optional<Route> atOnce(EventLogRecord record) {
        return isMessage(record)
                ? bindings.known(Home.of(record.getActor()))
                        .filter(binding -> !bindings.isLost(binding))
                        .map(binding -> read(record)
                                .map(told -> told(binding, record, told))
                                .orElse(Route.NOWHERE))
                : Optional.empty();
    }

    public Route route(EventLogRecord record) {
        if (!MessageFact.isHome(record.getActor())) {
            return Route.NOWHERE;
        }
        Home home = Home.of(record.getActor());
        return switch (record.getContentCase()) {
            case TOLD -> isMessage(record) ? told(home, record) : Route.NOWHERE;
            case TERM ->
                bound(home).map(binding -> begun(binding, record.getTerm())).orElse(Route.NOWHERE);
            case GAP -> {
                bindings.renew(home).ifPresent(builds::add);
                yield Route.NOWHERE;
            }
            case CONTENT_NOT_SET -> Route.NOWHERE;
        };
    }

    private Route told(Home home, EventLogRecord record) {
        Optional<Told> told = read(record);
        Optional<Binding> known = bound(home);
        if (told.isEmpty() || (known.isEmpty() && !told.get().binds())) {
            return Route.NOWHERE;
        }
        long term = record.getTold().getPosition().getEpoch();
        return told(known.orElseGet(() -> begin(home, term)), record, told.get());
    }

    private Route told(Binding binding, EventLogRecord record, Told told) {
        return to(binding, index -> writers.apply(index, told.changes(), record.getSerializedSize()));
    }

    /** The binding, to another cell when the one that it names is one no more. */
    private Optional<Binding> bound(Home home) {
        Optional<Binding> found = bindings.find(home);
        if (found.isEmpty() || !bindings.isLost(found.get())) {
            return found;
        }
        Binding moved = bindings.rebind(home, Optional.empty());
        builds.addMoved(moved);
        return Optional.of(moved);
    }

    /** A home whose term the index has to know from the start: that it began was told before there was an index. */
    private Binding begin(Home home, long term) {
        Binding binding = bindings.findOrBind(home);
        remember(binding.destination(), home, term);
        return binding;
    }

    private CompletionStage<Void> remember(Destination destination, Home home, long term) {
        return writers.work(destination, index -> {
            if (known(index, home) < term) {
                index.remember(home.id(), term);
            }
        });
    }

    /** A term that is not the next one: what was told in those between may be missing. */
    private Route begun(Binding binding, long term) {
        Home home = binding.home();
        AtomicBoolean missed = new AtomicBoolean();
        CompletionStage<Void> done = writers.work(binding.destination(), index -> {
                    long known = known(index, home);
                    missed.set(term > known + 1);
                })
                .thenRunAsync(() -> renew(missed.get(), home), Thread::startVirtualThread)
                .thenCompose(renewed -> remember(binding.destination(), home, term));
        return to(binding, index -> index.equals(binding.destination()) ? done : remember(index, home, term));
    }

    private void renew(boolean missed, Home home) {
        if (missed) {
            bindings.renew(home).ifPresent(builds::add);
        }
    }

    private static long known(ElasticsearchIndex index, Home home) {
        return index.states(Set.of(home.id())).get(home.id()).term();
    }

    /** To all indexes that a home has, which are in one cell: it is done with when all of them have it. */
    private static Route to(Binding binding, Function<Destination, CompletionStage<?>> way) {
        return new Route(
                Optional.of(binding.destination().cell()),
                CompletableFuture.allOf(binding.written().stream()
                        .map(index -> way.apply(index).toCompletableFuture())
                        .toArray(CompletableFuture[]::new)));
    }

    private static boolean isMessage(EventLogRecord record) {
        return record.hasTold() && record.getTold().getFact().getTopic().equals(MessageFact.TOPIC);
    }

    /**
     * What a fact says becomes of messages.
     *
     * @param binds what is gone needs no index: nothing that is read from the store later has it
     */
    private record Told(boolean binds, List<Change> changes) {}

    /** Empty when nobody can read it; reading the home again, or comparing it, finds what it was about. */
    private Optional<Told> read(EventLogRecord record) {
        Position at = record.getTold().getPosition();
        Version version = new Version(at.getEpoch(), at.getSequence());
        return facts.read(record.getTold().getFact(), fact -> {
            MessageFact told = MessageFact.of(fact);
            return new Told(
                    told instanceof MessageFact.Is, changes(version, told).toList());
        });
    }

    private static Stream<Change> changes(Version version, MessageFact fact) {
        return switch (fact) {
            case MessageFact.Is(long home, var message) ->
                Stream.of(new Change.Put(Documents.of(home, message), version));
            case MessageFact.Gone(long home, List<Long> messages) ->
                messages.stream().map(message -> new Change.Remove(message, version));
            case MessageFact.ChannelGone(long home, long channel) -> Stream.of(new Change.RemoveChannel(channel));
            case MessageFact.HomeGone(long home) -> Stream.of(new Change.RemoveHome(home));
        };
    }
}
