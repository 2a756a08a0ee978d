package io.guildhall.guild.scheduledevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'frequency':3 | 2026-11-29T18:00:00Z | 2026-11-30T18:00:00Z",
                "'frequency':3,'by_weekday':[0,1,2,3,4] | 2026-11-27T18:00:00Z | 2026-11-30T18:00:00Z",
                "'frequency':2 | 2026-11-29T18:00:00Z | 2026-12-06T18:00:00Z",
                "'frequency':2,'interval':2,'by_weekday':[6] | 2026-11-29T18:00:00Z | 2026-12-13T18:00:00Z",
                "'frequency':1,'by_n_weekday':[{'n':4,'day':2}] | 2026-11-25T18:00:00Z | 2026-12-23T18:00:00Z",
                "'frequency':1,'by_n_weekday':[{'n':5,'day':0}] | 2026-11-30T18:00:00Z | 2026-12-28T18:00:00Z",
                "'frequency':1 | 2026-01-31T18:00:00Z | 2026-03-31T18:00:00Z",
                "'frequency':0,'by_month':[7],'by_month_day':[24] | 2026-07-24T18:00:00Z | 2027-07-24T18:00:00Z",
                "'frequency':0,'by_month':[2],'by_month_day':[29] | 2096-02-29T18:00:00Z | 2104-02-29T18:00:00Z"
            })
    void theNextTimeComesAfterTheLast(String rule, String known, String next) {
        Recurrence recurrence = Recurrence.of("{" + rule.replace('\'', '"') + "}");
        long moment = Instant.parse(known).toEpochMilli();

        assertThat(Instant.ofEpochMilli(recurrence.next(moment, 0))).isEqualTo(Instant.parse(next));
        assertThat(recurrence.includes(moment, Instant.parse(next).toEpochMilli()))
                .isTrue();
        assertThat(recurrence.includes(moment, Instant.parse(next).toEpochMilli() + 1))
                .isFalse();
    }
}
