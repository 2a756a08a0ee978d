package io.guildhall.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final long HEAP = BodyBudget.heapOf(100);

    private final BodyBudget budget = new BodyBudget(HEAP);

    @Test
    void whoComesWhenTooLittleIsLeftIsTurnedAwayAndTakesNothing() {
        BodyBudget.Share first = budget.take(60);
        assertThatThrownBy(() -> budget.take(41))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.status())
                        .isEqualTo(503));
        BodyBudget.Share second = budget.take(40);
        assertThat(budget.left()).isZero();
        first.close();
        second.close();
        assertThat(budget.left()).isEqualTo(HEAP);
    }

    @Test
    void aShareIsGivenBackOnceHoweverOftenItIsClosed() {
        BodyBudget.Share share = budget.take(10);
        share.close();
        share.close();
        assertThat(budget.left()).isEqualTo(HEAP);
    }
}
