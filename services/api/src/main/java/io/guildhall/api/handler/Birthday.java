package io.guildhall.api.handler;

import io.guildhall.model.error.ApiException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Whether somebody born on a day may have an account. */
final class Birthday {
    private static final int YOUNGEST = 13;
    private static final int OLDEST = 130;

    private Birthday() {}

    /**
     * @param date {@code YYYY-MM-DD}
     * @throws ApiException 50035 for a day that is none, has not come yet, or is too near or too far
     */
    static void check(String date, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        try {
            LocalDate born = LocalDate.parse(date);
            if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
                throw refused("DATE_OF_BIRTH_INVALID", "Nobody was born on that day.");
            }
            if (born.isAfter(today.minusYears(YOUNGEST))) {
                throw refused("DATE_OF_BIRTH_UNDERAGE", "You need to be " + YOUNGEST + " or older.");
            }
        } catch (DateTimeException noDay) {
            throw refused("DATE_TYPE_PARSE", "Should be YYYY-MM-DD.");
        }
    }

    private static ApiException refused(String code, String message) {
        return ApiException.invalidField("date_of_birth", code, message);
    }
}
