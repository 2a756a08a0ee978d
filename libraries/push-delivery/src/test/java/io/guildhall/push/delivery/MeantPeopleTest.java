package io.guildhall.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeantPeopleTest {
    private static final long ADA = 1;
    private static final long BEN = 2;
    private static final int MANY = 200;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<Long, Integer> asked = new HashMap<>();
    private final Map<Long, Integer> failures = new HashMap<>();
    private final MeantPeople people = new MeantPeople(this::ask, Duration.ofMillis(1), meters);

    @Test
    void whoCannotAnswerAtFirstIsAskedAgain() {
        failures.put(BEN, 3);

        tell(ADA, BEN);

        assertThat(asked).containsEntry(ADA, 1).containsEntry(BEN, 4);
        assertThat(leftOut()).isZero();
    }

    @Test
    void whoNeverAnswersIsLeftOutAndAllOthersAreTold() {
        failures.put(BEN, Integer.MAX_VALUE);

        tell(LongStream.rangeClosed(1, MANY).toArray());

        assertThat(asked).hasSize(MANY).containsEntry(BEN, 4);
        assertThat(leftOut()).isOne();
    }

    @Test
    void whoWasLeftOutIsAskedOnceUntilItAnswers() {
        failures.put(BEN, 5);
        tell(ADA, BEN);

        tell(ADA, BEN);
        assertThat(asked).containsEntry(BEN, 5);
        assertThat(leftOut()).isEqualTo(2);

        tell(ADA, BEN);
        assertThat(asked).containsEntry(BEN, 6);
        failures.put(BEN, 2);
        tell(ADA, BEN);
        assertThat(asked).containsEntry(BEN, 9);
        assertThat(leftOut()).isEqualTo(2);
    }

    @Test
    void nobodyAtAllIsNoQuestion() {
        people.tell(Map.of());

        assertThat(asked).isEmpty();
    }

    private void tell(long... users) {
        Map<Long, JsonNode> meant = new LinkedHashMap<>();
        LongStream.of(users).forEach(user -> meant.put(user, Json.object().put("user", user)));
        people.tell(meant);
    }

    private double leftOut() {
        return meters.get("guildhall.push.left.out").counter().count();
    }

    private synchronized Uni<?> ask(long user, JsonNode body) {
        assertThat(body.path("user").asLong()).isEqualTo(user);
        asked.merge(user, 1, Integer::sum);
        int left = failures.getOrDefault(user, 0);
        failures.put(user, Math.max(0, left - 1));
        return left > 0
                ? Uni.createFrom().failure(new IllegalStateException("an owner can't answer now"))
                : Uni.createFrom().item(List.of());
    }
}
