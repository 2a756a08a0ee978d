package io.guildhall.guild.kernel.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.testing.ManualClock;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final ActorKey GUILD = Keys.guild(1);
    private static final SessionRef SESSION =
            SessionRef.newBuilder().setGateway("gateway").setNumber(1).build();

    private final ManualClock clock = new ManualClock();
    private final Tickets tickets = new Tickets(clock);

    @Test
    void eventsArePulledInOrderAndThenTheTicketEnds() {
        long ticket = tickets.open(GUILD, SESSION, events(2, 10));
        PullReply reply = pull(ticket);
        assertThat(reply.getEventsList()).extracting(Event::getName).containsExactly("0", "1");
        assertThat(reply.getDone()).isTrue();
        assertThat(pull(ticket).getUnknownTicket()).isTrue();
        assertThat(tickets.size()).isZero();
    }

    @Test
    void aReplyIsFullWithHalfAMebibyteAndALargerEventIsToldWhole() {
        long ticket = tickets.open(GUILD, SESSION, events(3, Tickets.REPLY_BYTES));
        assertThat(pull(ticket).getEventsCount()).isEqualTo(1);
        assertThat(pull(ticket).getDone()).isFalse();
        assertThat(pull(ticket).getDone()).isTrue();
    }

    @Test
    void eventsAreMadeOnlyWhenTheyArePulled() {
        int[] made = {0};
        Iterator<Event> counting = IntStream.range(0, 4)
                .mapToObj(index -> {
                    made[0]++;
                    return event(index, Tickets.REPLY_BYTES);
                })
                .iterator();
        long ticket = tickets.open(GUILD, SESSION, counting);
        assertThat(made[0]).isZero();
        pull(ticket);
        assertThat(made[0]).isLessThanOrEqualTo(2);
    }

    @Test
    void aTicketThatNobodyPullsFromEndsByItself() {
        long ticket = tickets.open(GUILD, SESSION, events(3, Tickets.REPLY_BYTES));
        clock.advance(Tickets.LIFE.minusMillis(1));
        assertThat(pull(ticket).getUnknownTicket()).isFalse();
        clock.advance(Tickets.LIFE.minusMillis(1));
        assertThat(pull(ticket).getUnknownTicket()).isFalse();
        clock.advance(Tickets.LIFE);
        assertThat(pull(ticket).getUnknownTicket()).isTrue();
    }

    @Test
    void aSessionHoldsFewTicketsOfOneActorUntilTheyEnd() {
        long first = tickets.open(GUILD, SESSION, events(1, 10));
        for (int more = 1; more < Tickets.MAX_OF_SESSION; more++) {
            tickets.open(GUILD, SESSION, events(1, 10));
        }
        assertThatThrownBy(() -> tickets.open(GUILD, SESSION, events(1, 10)))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.status())
                        .isEqualTo(429));
        tickets.open(Keys.guild(2), SESSION, events(1, 10));
        pull(first);
        tickets.open(GUILD, SESSION, events(1, 10));
    }

    @Test
    void whoBeginsAnewIsNotRefusedAndLosesTheTicketUsedLongestAgo() {
        long first = tickets.open(GUILD, SESSION, events(1, 10));
        for (int more = 1; more < Tickets.MAX_OF_SESSION; more++) {
            tickets.open(GUILD, SESSION, events(1, 10));
        }
        long anew = tickets.openAnew(GUILD, SESSION, events(1, 10));
        assertThat(tickets.size()).isEqualTo(Tickets.MAX_OF_SESSION);
        assertThat(pull(first).getUnknownTicket()).isTrue();
        assertThat(pull(anew).getDone()).isTrue();
    }

    @Test
    void eventsThatCannotBeMadeEndTheTicketAndNothingElse() {
        Iterator<Event> broken = IntStream.range(0, 1)
                .<Event>mapToObj(index -> {
                    throw new StackOverflowError("on purpose");
                })
                .iterator();
        long ticket = tickets.open(GUILD, SESSION, broken);
        long other = tickets.open(GUILD, SESSION, events(1, 10));
        assertThat(pull(ticket).getUnknownTicket()).isTrue();
        assertThat(tickets.size()).isEqualTo(1);
        assertThat(pull(other).getDone()).isTrue();
    }

    @Test
    void aTicketIsOfOneActor() {
        long ticket = tickets.open(GUILD, SESSION, events(1, 10));
        assertThat(tickets.pull(PullRequest.newBuilder()
                                .setActor(Keys.guild(2))
                                .setTicket(ticket)
                                .build())
                        .getUnknownTicket())
                .isTrue();
    }

    private PullReply pull(long ticket) {
        return tickets.pull(
                PullRequest.newBuilder().setActor(GUILD).setTicket(ticket).build());
    }

    private static Iterator<Event> events(int count, int bytes) {
        return IntStream.range(0, count).mapToObj(index -> event(index, bytes)).iterator();
    }

    private static Event event(int index, int bytes) {
        return Event.newBuilder()
                .setName(Integer.toString(index))
                .setPayload(ByteString.copyFrom(new byte[bytes]))
                .build();
    }
}
