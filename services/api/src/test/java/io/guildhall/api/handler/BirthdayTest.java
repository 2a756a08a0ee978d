package io.guildhall.api.handler;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthdayTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"2013-03-02", "2030-01-01", "1890-01-01", "2001-02-30", "2001-13-01", "0000-00-00"})
    void daysOnWhichNobodyOfAgeWasBornAreRefused(String date) {
        assertThatThrownBy(() -> Birthday.check(date, TODAY)).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-03-01", "1990-02-28", "2000-02-29"})
    void otherDaysAreTaken(String date) {
        assertThatCode(() -> Birthday.check(date, TODAY)).doesNotThrowAnyException();
    }
}
