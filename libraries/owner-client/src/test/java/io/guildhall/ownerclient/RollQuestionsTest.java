package io.guildhall.ownerclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RollQuestionsTest {
    private static List<RollCall> questions(List<Roll> rolls) {
        return RollQuestions.of("gateway", rolls).collect().asList().await().indefinitely();
    }

    private static Roll roll(long actor, int sessions) {
        return Roll.newBuilder()
                .setActor(ActorKey.newBuilder().setId(actor))
                .addAllSessions(LongStream.range(0, sessions).boxed().toList())
                .build();
    }

    @Test
    void everyRollIsAskedAboutOnceInQuestionsOfABoundedSize() {
        List<Roll> rolls = new ArrayList<>();
        for (int actor = 0; actor < 12_000; actor++) {
            rolls.add(roll(actor, 0));
        }
        rolls.add(roll(12_000, 4_999));
        rolls.add(roll(12_001, 8_000));

        List<RollCall> questions = questions(rolls);

        assertThat(questions.stream().flatMap(question -> question.getRollsList().stream()))
                .containsExactlyElementsOf(rolls);
        assertThat(questions).allMatch(question -> question.getRollsCount() <= RollQuestions.MOST);
        assertThat(questions.getLast().getRollsList()).containsExactly(rolls.getLast());
    }

    @Test
    void nothingIsAskedAboutNothing() {
        assertThat(questions(List.of())).isEmpty();
    }
}
