package io.guildhall.storageclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.rpc.CallFailure;
import io.guildhall.storageclient.ScriptedProxies.Fate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Claims of a name, and what becomes of them when the connection breaks. */
class ConditionalWriteTest {
    private static final Mutation MINE = claim(1);
    private static final Mutation THEIRS = claim(2);

    private final ScriptedProxies proxies = new ScriptedProxies(3);

    @Test
    void aFreeNameIsTaken() {
        assertThat(claim(proxies)).isTrue();
    }

    @Test
    void aTakenNameIsNot() {
        proxies.row = Optional.of(ScriptedProxies.rowOf(THEIRS));

        assertThat(claim(proxies)).isFalse();
        assertThat(proxies.calls).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostIsFoundOut() {
        proxies.fates.add(Fate.LOSES_ANSWER);

        assertThat(claim(proxies)).isTrue();
        assertThat(proxies.calls.get(1)).isNotEqualTo(proxies.calls.getFirst());
    }

    @Test
    void anotherThatCameBetweenIsFoundOut() {
        proxies.fates.add(Fate.UNREACHABLE);
        proxies.row = Optional.of(ScriptedProxies.rowOf(THEIRS));

        assertThat(claim(proxies)).isFalse();
    }

    @Test
    void aClaimThatNeverArrivedIsMadeAtTheNextNode() {
        proxies.fates.add(Fate.UNREACHABLE);

        assertThat(claim(proxies)).isTrue();
        assertThat(proxies.row).contains(ScriptedProxies.rowOf(MINE));
    }

    @Test
    void theOnlyNodeIsAskedAgain() {
        ScriptedProxies only = new ScriptedProxies(1);
        only.fates.add(Fate.LOSES_ANSWER);

        assertThat(claim(only)).isTrue();
    }

    @Test
    void whenBothAttemptsFailTheOutcomeIsNotKnown() {
        proxies.fates.addAll(List.of(Fate.LOSES_ANSWER, Fate.UNREACHABLE));

        Throwable failure = catchThrowable(() -> claim(proxies));

        assertThat(CallFailure.of(failure)).isEqualTo(CallFailure.UNREACHABLE);
    }

    private static boolean claim(ScriptedProxies proxies) {
        return new StorageRouter(proxies, proxies.discovery, new Timestamps(Clock.systemUTC()))
                .writeIfAbsent(MINE, Duration.ofMinutes(1))
                .await()
                .indefinitely();
    }

    private static Mutation claim(long user) {
        return Write.to(Usernames.TABLE, "nelly")
                .set(Usernames.USER_ID, user)
                .ifAbsent()
                .build();
    }
}
