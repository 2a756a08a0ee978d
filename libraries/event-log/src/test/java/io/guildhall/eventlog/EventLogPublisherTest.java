package io.guildhall.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EventLogPublisherTest {
    private static final ActorKey GUILD =
            ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(41).build();
    private static final ActorKey USER =
            ActorKey.newBuilder().setKind(ActorKind.USER).setId(42).build();

    private final Servers servers = new Servers();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final EventLogPublisher publisher =
            new EventLogPublisher(Set.of(MessageFact.TOPIC), servers, 1_000, later::add);

    @Test
    void aTermIsSaidBeforeWhatIsToldInIt() {
        publisher.begins(GUILD, 7);
        CompletableFuture<?> told = take(fact(7, 1, "one"), fact(7, 2, "two"));
        assertThat(servers.came).containsExactly("term 7");

        servers.answer();
        servers.answer();
        servers.answer();

        assertThat(servers.came).containsExactly("term 7", "one", "two");
        assertThat(told).isCompleted();
        assertThat(publisher.bytesUnderWay()).isZero();
        assertThat(publisher.unsaidTerms()).isZero();
    }

    @Test
    void aTermThatCouldNotBeSaidIsSaidLaterAndWhatItTellsComesAgain() {
        publisher.begins(GUILD, 7);
        CompletableFuture<?> told = take(fact(7, 1, "one"));

        servers.fail(new IllegalStateException("away"));

        assertThat(told).isCompletedExceptionally();
        assertThat(publisher.unsaidTerms()).isOne();
        later.remove().run();
        CompletableFuture<?> again = take(fact(7, 1, "one"));
        servers.answer();
        servers.answer();
        assertThat(again).isCompleted();
        assertThat(servers.came).containsExactly("term 7", "term 7", "one");
    }

    @Test
    void aTermThatEndedMeanwhileIsNotTriedAgain() {
        publisher.begins(GUILD, 7);
        publisher.begins(GUILD, 8);

        servers.fail(new IllegalStateException("away"));
        servers.answer();

        assertThat(later).isEmpty();
        assertThat(publisher.unsaidTerms()).isZero();
        assertThat(servers.came).containsExactly("term 7", "term 8");
    }

    /** Homes come and go while the servers are away, for as long as that takes. */
    @Test
    void theOldestOfTooManyTermsAreGivenUpAndTheirFactsGoOn() {
        servers.refuses = true;
        for (int home = 1; home <= EventLogPublisher.MOST_TERMS + 10; home++) {
            publisher.begins(GUILD.toBuilder().setId(home).build(), 7);
        }
        assertThat(publisher.unsaidTerms()).isEqualTo(EventLogPublisher.MOST_TERMS);

        servers.refuses = false;
        int tries = later.size();
        for (int tried = 0; tried < tries; tried++) {
            later.remove().run();
            servers.answerAll();
        }
        assertThat(publisher.unsaidTerms()).isZero();
        assertThat(later).isEmpty();
        CompletableFuture<?> told = publisher
                .take(GUILD.toBuilder().setId(1).build(), List.of(fact(7, 1, "one")))
                .toCompletableFuture();
        servers.answerAll();
        assertThat(told).isCompleted();
    }

    @Test
    void onlyHomesOfMessagesHaveTerms() {
        publisher.begins(USER, 7);

        assertThat(servers.came).isEmpty();
        assertThat(publisher.reads(MessageFact.TOPIC)).isTrue();
        assertThat(publisher.reads("devices")).isFalse();
    }

    @Test
    void whatServersThatAreAwayCanNotTakeStaysWithItsOwner() {
        String large = "x".repeat(600);
        CompletableFuture<?> first = take(fact(7, 1, large));
        CompletableFuture<?> second = take(fact(7, 2, large));

        assertThat(first).isNotDone();
        assertThat(second).isCompletedExceptionally();
        servers.answer();
        assertThat(first).isCompleted();
        CompletableFuture<?> again = take(fact(7, 2, large));
        servers.answer();
        assertThat(again).isCompleted();
    }

    @Test
    void aFactThatIsTooLargeLeavesAGapAndHoldsNothingUp() {
        CompletableFuture<?> told = take(fact(7, 1, "large"), fact(7, 2, "small"));

        servers.fail(new OversizedRecordException(null));
        servers.answer();
        servers.answer();

        assertThat(told).isCompleted();
        assertThat(servers.came).containsExactly("large", "small", "gap 7.1");
    }

    @Test
    void aGapIsToldAfterTheTerm() {
        publisher.begins(GUILD, 7);
        CompletableFuture<?> told = publisher.gap(GUILD, position(6, 3)).toCompletableFuture();
        servers.answer();
        servers.answer();

        assertThat(told).isCompleted();
        assertThat(servers.came).containsExactly("term 7", "gap 6.3");
    }

    @Test
    void serversThatRefuseAtOnceHoldNoBytes() {
        servers.refuses = true;

        assertThat(take(fact(7, 1, "one"))).isCompletedExceptionally();
        assertThat(publisher.bytesUnderWay()).isZero();
    }

    private CompletableFuture<?> take(LogEntry... facts) {
        return publisher.take(GUILD, List.of(facts)).toCompletableFuture();
    }

    private static LogEntry fact(long epoch, long sequence, String payload) {
        return LogEntry.newBuilder()
                .setPosition(position(epoch, sequence))
                .setFact(Fact.newBuilder().setTopic(MessageFact.TOPIC).setPayload(ByteString.copyFromUtf8(payload)))
                .build();
    }

    private static Position position(long epoch, long sequence) {
        return Position.newBuilder().setEpoch(epoch).setSequence(sequence).build();
    }

    @Test
    void anErrorOfTheSenderIsAFailureAndTakesNoRoom() {
        EventLogPublisher broken = new EventLogPublisher(
                Set.of(MessageFact.TOPIC),
                record -> {
                    throw new NoClassDefFoundError("gone");
                },
                1_000,
                later::add);
        broken.begins(GUILD, 7);

        assertThat(later).as("the term is said again").hasSize(1);
        assertThat(broken.bytesUnderWay()).isZero();
    }

    /** Answers one record after the other, when it is told to. */
    private static final class Servers implements RecordSender {
        private final List<String> came = new ArrayList<>();
        private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
        private boolean refuses;

        @Override
        public CompletionStage<?> send(EventLogRecord record) {
            if (refuses) {
                throw new IllegalStateException("no more");
            }
            came.add(
                    switch (record.getContentCase()) {
                        case TERM -> "term " + record.getTerm();
                        case TOLD -> record.getTold().getFact().getPayload().toStringUtf8();
                        case GAP ->
                            "gap " + record.getGap().getEpoch() + "."
                                    + record.getGap().getSequence();
                        case CONTENT_NOT_SET -> "nothing";
                    });
            CompletableFuture<Void> answer = new CompletableFuture<>();
            waiting.add(answer);
            return answer;
        }

        private void answer() {
            waiting.remove().complete(null);
        }

        private void answerAll() {
            while (!waiting.isEmpty()) {
                answer();
            }
        }

        private void fail(RuntimeException failure) {
            waiting.remove().completeExceptionally(failure);
        }
    }
}
