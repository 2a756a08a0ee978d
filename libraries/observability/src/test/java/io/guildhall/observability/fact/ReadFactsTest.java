package io.guildhall.observability.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.rpc.Fact;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFactsTest {
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ReadFacts facts = new ReadFacts(leftOut::incrementAndGet);

    @Test
    void aFactSaysWhatItSaid() {
        PushFact told = new PushFact(1, PushReason.EVENT_START, 2, 3, 4, 5);

        assertThat(facts.read(told.fact(), PushFact::of)).contains(told);
        assertThat(leftOut).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"user_id\":\"1\",\"reason\":\"LATER_VERSION\"}", "{\"user_id\":\"nobody\"}"})
    void aFactThatNobodyCanReadIsLeftOutAndCounted(String payload) {
        Fact broken = Fact.newBuilder()
                .setTopic(PushFact.TOPIC)
                .setPayload(ByteString.copyFromUtf8(payload))
                .build();

        assertThat(facts.read(broken, PushFact::of)).isEmpty();
        assertThat(facts.read(broken, MessageFact::of)).isEmpty();
        assertThat(leftOut).hasValue(2);
    }
}
