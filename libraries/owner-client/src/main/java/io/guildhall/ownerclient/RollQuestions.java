package io.guildhall.ownerclient;

import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCall;
import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.List;

/** Splits a roll call into questions of a bounded size. */
final class RollQuestions {
    /** Actors and numbers of sessions in one question; a roll with more stands alone. */
    static final int MOST = 5_000;

    private RollQuestions() {}

    static Multi<RollCall> of(String gateway, List<Roll> rolls) {
        List<RollCall> questions = new ArrayList<>();
        RollCall.Builder question = RollCall.newBuilder().setGateway(gateway);
        int size = 0;
        for (Roll roll : rolls) {
            int more = 1 + roll.getSessionsCount();
            if (size > 0 && size + more > MOST) {
                questions.add(question.build());
                question.clearRolls();
                size = 0;
            }
            question.addRolls(roll);
            size += more;
        }
        if (size > 0) {
            questions.add(question.build());
        }
        return Multi.createFrom().iterable(questions);
    }
}
