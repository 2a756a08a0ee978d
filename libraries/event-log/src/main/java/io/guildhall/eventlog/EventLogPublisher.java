package io.guildhall.eventlog;

import io.guildhall.model.fact.FactReader;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.process.Guard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Publishes what owners tell in the event log. Servers that are away or slow hold no more than so many bytes here: what does not fit fails at
 * once, and its owner brings it again from its own log.
 */
final class EventLogPublisher implements FactReader {
    private static final Logger LOG = Logger.getLogger(EventLogPublisher.class);

    /** Some 30 MB of them. */
    static final int MOST_TERMS = 100_000;

    private final Set<String> topics;
    private final RecordSender sender;
    private final long mostBytes;
    private final Executor later;
    private final AtomicLong bytesUnderWay = new AtomicLong();

    /**
     * Terms that are not in the event log yet, the oldest first: one for each home that began here while the servers were away. The oldest of
     * too many is given up. A search in that home finds that its owner's term was not told of, and has its messages read from the store.
     */
    private final Map<ActorKey, Term> terms = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ActorKey, Term> eldest) {
            return size() > MOST_TERMS;
        }
    });

    /** A term, and the try to say so that is under way. */
    private static final class Term {
        private final EventLogRecord record;
        private volatile CompletableFuture<Void> said = new CompletableFuture<>();

        private Term(EventLogRecord record) {
            this.record = record;
        }
    }

    /**
     * @param topics of the facts that are published
     * @param mostBytes that may be under way to the servers
     * @param later runs what is tried again, after a pause
     */
    EventLogPublisher(Set<String> topics, RecordSender sender, long mostBytes, Executor later) {
        this.topics = Set.copyOf(topics);
        this.sender = sender;
        this.mostBytes = mostBytes;
        this.later = later;
    }

    @Override
    public boolean reads(String topic) {
        return topics.contains(topic);
    }

    /** What the term tells waits until it is said that it began. That is tried until it is done, since nobody would bring it again. */
    @Override
    public void begins(ActorKey actor, long epoch) {
        if (topics.contains(MessageFact.TOPIC) && MessageFact.isHome(actor)) {
            Term term = new Term(record(actor).setTerm(epoch).build());
            terms.put(actor, term);
            say(actor, term);
        }
    }

    private void say(ActorKey actor, Term term) {
        CompletableFuture<Void> attempt = term.said;
        send(term.record).whenComplete((sent, failure) -> {
            if (failure == null) {
                terms.remove(actor, term);
                attempt.complete(null);
                return;
            }
            attempt.completeExceptionally(failure);
            if (terms.get(actor) == term) {
                later.execute(() -> {
                    term.said = new CompletableFuture<>();
                    say(actor, term);
                });
            }
        });
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return afterItsTerm(actor, () -> all(actor, facts));
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return afterItsTerm(actor, () -> send(record(actor).setGap(after).build()));
    }

    private CompletionStage<?> afterItsTerm(ActorKey actor, Supplier<CompletionStage<?>> what) {
        Term term = terms.get(actor);
        return term == null ? what.get() : term.said.thenCompose(said -> what.get());
    }

    private CompletionStage<?> all(ActorKey actor, List<LogEntry> facts) {
        return CompletableFuture.allOf(facts.stream()
                .map(fact -> tell(actor, fact).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private CompletionStage<?> tell(ActorKey actor, LogEntry fact) {
        CompletableFuture<Object> told = new CompletableFuture<>();
        send(record(actor).setTold(fact).build()).whenComplete((sent, failure) -> {
            if (failure == null) {
                told.complete(null);
            } else if (cause(failure) instanceof OversizedRecordException) {
                missing(actor, fact.getPosition(), told);
            } else {
                told.completeExceptionally(failure);
            }
        });
        return told;
    }

    /** What can never be published must not hold up what follows; who reads is told that something is missing. */
    private void missing(ActorKey actor, Position position, CompletableFuture<Object> told) {
        LOG.errorf(
                "A fact of %s %d is larger than the event log takes (max.message.bytes of its topic) and is left out",
                actor.getKind(), actor.getId());
        send(record(actor).setGap(position).build()).whenComplete((sent, failure) -> {
            if (failure == null) {
                told.complete(null);
            } else {
                told.completeExceptionally(failure);
            }
        });
    }

    private CompletionStage<?> send(EventLogRecord record) {
        int size = record.getSerializedSize();
        if (bytesUnderWay.addAndGet(size) > mostBytes) {
            bytesUnderWay.addAndGet(-size);
            return CompletableFuture.failedStage(new IllegalStateException("too much is under way to the event log"));
        }
        try {
            return sender.send(record).whenComplete((sent, failure) -> bytesUnderWay.addAndGet(-size));
        } catch (Throwable refused) {
            Guard.PROCESS.check(refused);
            bytesUnderWay.addAndGet(-size);
            return CompletableFuture.failedStage(refused);
        }
    }

    long bytesUnderWay() {
        return bytesUnderWay.get();
    }

    /** Homes of which it is not said yet that their term began. */
    int unsaidTerms() {
        return terms.size();
    }

    private static EventLogRecord.Builder record(ActorKey actor) {
        return EventLogRecord.newBuilder().setActor(actor);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
