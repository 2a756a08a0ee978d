package io.guildhall.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.rpc.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFactsTest {
    @Test
    void aFactSaysWhatItSaid() {
        PushFact told = new PushFact(1, PushReason.EVENT_START, 2, 3, 4, 5);

        assertThat(ReadFacts.read(told.fact(), PushFact::of)).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"user_id\":\"1\",\"reason\":\"LATER_VERSION\"}", "{\"user_id\":\"nobody\"}"})
    void aFactThatNobodyCanReadIsLeftOut(String payload) {
        Fact broken = Fact.newBuilder()
                .setTopic(PushFact.TOPIC)
                .setPayload(ByteString.copyFromUtf8(payload))
                .build();

        assertThat(ReadFacts.read(broken, PushFact::of)).isEmpty();
        assertThat(ReadFacts.read(broken, MessageFact::of)).isEmpty();
    }
}
