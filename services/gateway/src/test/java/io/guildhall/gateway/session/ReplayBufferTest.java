package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {
    @Property
    void itHoldsWhatAListWouldHold(@ForAll List<Boolean> additions) {
        ReplayBuffer buffer = new ReplayBuffer();
        List<Dispatch> model = new ArrayList<>();
        long first = 1;
        for (boolean add : additions) {
            if (add) {
                Dispatch dispatch = new Dispatch("X", new byte[model.size()]);
                buffer.add(dispatch);
                model.add(dispatch);
            } else if (!model.isEmpty()) {
                buffer.dropFirst();
                model.removeFirst();
                first++;
            }
            assertThat(buffer.firstSequence()).isEqualTo(first);
            assertThat(buffer.lastSequence()).isEqualTo(first + model.size() - 1);
            assertThat(buffer.weight())
                    .isEqualTo(model.stream().mapToLong(Dispatch::weight).sum());
            for (int index = 0; index < model.size(); index++) {
                assertThat(buffer.get(first + index)).isSameAs(model.get(index));
            }
        }
    }

    @Test
    void itContinuesAnotherSessionsSequence() {
        ReplayBuffer buffer = new ReplayBuffer();
        buffer.startAt(40);
        assertThat(buffer.lastSequence()).isEqualTo(39);
        buffer.add(new Dispatch("X", new byte[0]));
        assertThat(buffer.lastSequence()).isEqualTo(40);
    }
}
