package io.guildhall.model.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static Attendance of(List<Long> sessions) {
        Attendance attendance = Attendance.NONE;
        for (long session : sessions) {
            attendance = attendance.with(session);
        }
        return attendance;
    }

    @Test
    void theOrderDoesNotMatter() {
        List<Long> sessions = new ArrayList<>(LongStream.range(0, 1_000).boxed().toList());
        Attendance inOrder = of(sessions);

        Collections.shuffle(sessions, new Random(1));

        assertThat(of(sessions)).isEqualTo(inOrder);
        assertThat(of(sessions.subList(0, 400)).and(of(sessions.subList(400, 1_000))))
                .isEqualTo(inOrder);
    }

    @Test
    void whoLeavesIsNotCounted() {
        assertThat(of(List.of(1L, 2L, 3L)).without(2)).isEqualTo(of(List.of(1L, 3L)));
        assertThat(of(List.of(7L)).without(7)).isEqualTo(Attendance.NONE);
    }

    @Test
    void asManyOthersAreTold() {
        assertThat(of(List.of(1L, 2L))).isNotEqualTo(of(List.of(1L, 3L)));
        // Numbers whose plain exclusive or is the same.
        assertThat(of(List.of(1L, 2L, 3L, 4L))).isNotEqualTo(of(List.of(5L, 6L, 7L, 0L)));
    }
}
