package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookPaceTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final Subscription NOTHING = Subscription.getDefaultInstance();
    private static final Subscription ALL =
            Subscription.newBuilder().setThreads(true).build();

    private final LookPace pace = new LookPace();

    @Test
    void allThreadsOfAGuildAreListedOnceInTenSeconds() {
        assertThat(pace.take(1, NOTHING, ALL, NOW)).isZero();
        assertThat(pace.take(1, ALL, NOTHING, NOW + 1)).isZero();
        assertThat(pace.take(1, NOTHING, ALL, NOW + 4_000)).isEqualTo(6_000);
        assertThat(pace.take(2, NOTHING, ALL, NOW + 4_000)).as("of another").isZero();
        assertThat(pace.take(1, NOTHING, ALL, NOW + 10_000)).isZero();
    }

    @Test
    void membersOfThreadsAreListedAsFastAsTheyMayBeAndNoFasterWhoeverLeavesAndComesBack() {
        Subscription members = Subscription.newBuilder()
                .addAllThreadMemberLists(List.of(7L, 8L))
                .build();
        int listed = 0;
        for (int time = 0; time < 1_000; time++) {
            listed += pace.take(1, NOTHING, members, NOW) == 0 ? 2 : 0;
            pace.take(1, members, NOTHING, NOW);
        }
        assertThat(listed).isBetween(1, LookPace.MOST / LookPace.OF_MEMBERS);
        long wait = pace.take(1, NOTHING, members, NOW);
        assertThat(wait).isPositive();
        assertThat(pace.take(1, NOTHING, members, NOW + wait)).isZero();
    }

    @Test
    void aClientThatBeginsInTwoHundredGuildsWaitsForNone() {
        for (long guild = 1; guild <= 200; guild++) {
            assertThat(pace.take(guild, NOTHING, ALL, NOW)).isZero();
        }
        assertThat(pace.take(201, NOTHING, ALL, NOW)).isEqualTo(200);
    }

    @Test
    void whatWaitsIsToldOnceFromWhatTheOwnerKnows() {
        assertThat(pace.joins(1, true)).isFalse();
        pace.put(1, new LookPace.Waiting(ALL, false));
        assertThat(pace.joins(1, true)).isTrue();
        assertThat(pace.joins(1, false)).isTrue();
        assertThat(pace.joins(2, false)).isFalse();
        assertThat(pace.remove(1)).hasValue(new LookPace.Waiting(ALL, true));
        assertThat(pace.remove(1)).isEmpty();
    }
}
