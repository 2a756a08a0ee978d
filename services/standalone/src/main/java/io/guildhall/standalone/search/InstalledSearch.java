package io.guildhall.standalone.search;

import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.embedded.EmbeddedSearch;
import io.guildhall.messageindex.embedded.Told;
import io.guildhall.messageindex.lucene.IndexDirectory;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.Metrics;
import io.guildhall.observability.fact.ReadFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The index of this process: reads the facts of guilds and of private channels, and answers searches. Native executables are built
 * without it, since Lucene was not tried in one: they make no facts, and refuse searches.
 */
@Singleton
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
public final class InstalledSearch implements FactReader, MessageSearch {
    private static final Logger LOG = Logger.getLogger(InstalledSearch.class);

    private final MessageIndex index;
    private final EmbeddedSearch search;
    private final ReadFacts facts;

    InstalledSearch(SearchConfig config, MeterRegistry meters) {
        Counter unreadable = Counter.builder(Metrics.name(InstalledSearch.class, "facts.unreadable"))
                .description("Facts that nobody can read and that are left out of the index")
                .register(meters);
        facts = new ReadFacts(unreadable::increment);
        index = new IndexDirectory(config.directory()).open();
        search = new EmbeddedSearch(index, config.patience());
    }

    @Override
    public boolean reads(String topic) {
        return topic.equals(MessageFact.TOPIC);
    }

    @Override
    public void begins(ActorKey actor, long epoch) {
        if (MessageFact.isHome(actor)) {
            search.begins(actor.getId(), epoch);
        }
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> entries) {
        return search.take(
                        entries.stream().flatMap(entry -> told(entry).stream()).toList())
                .whenComplete(this::complain);
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return MessageFact.isHome(actor) ? search.gap(actor.getId()) : CompletableFuture.completedFuture(null);
    }

    @Override
    public Found search(SearchQuery query, History history) {
        return search.search(query, history);
    }

    /** The actors have let go by now. What was not made safe comes again at the next start. */
    @PreDestroy
    void close() throws IOException {
        search.close();
        index.close();
    }

    private void complain(Object taken, Throwable failure) {
        if (failure != null) {
            LOG.warnf(failure, "Messages could not be indexed and are told again");
        }
    }

    private Optional<Told> told(LogEntry entry) {
        Position position = entry.getPosition();
        return facts.read(entry.getFact(), MessageFact::of)
                .map(fact -> new Told(new Version(position.getEpoch(), position.getSequence()), fact));
    }
}
