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
import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
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

    InstalledSearch(SearchConfig config) {
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
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return search.take(facts.stream().map(InstalledSearch::told).toList()).whenComplete(this::complain);
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

    private static Told told(LogEntry entry) {
        Position position = entry.getPosition();
        return new Told(new Version(position.getEpoch(), position.getSequence()), MessageFact.of(entry.getFact()));
    }
}
