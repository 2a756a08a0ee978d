package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When something recurs, as the rule of a scheduled event says: always at the same time of the day in UTC. */
record Recurrence(JsonNode rule) {
    private static final int YEARLY = 0;
    private static final int MONTHLY = 1;
    private static final int WEEKLY = 2;
    private static final int LAST = 5;

    /** The 29th of February comes after eight years at the latest. */
    private static final int LONGEST_DAYS = 8 * 366 + 1;

    static Recurrence of(String json) {
        return new Recurrence(Json.parse(json));
    }

    /** As answers show it: with every field. */
    ObjectNode json() {
        ObjectNode shown = Json.object();
        shown.set("start", rule.get("start"));
        shown.putNull("end");
        shown.set("frequency", rule.get("frequency"));
        shown.put("interval", interval());
        for (String field : List.of("by_weekday", "by_n_weekday", "by_month", "by_month_day", "by_year_day", "count")) {
            shown.set(field, rule.has(field) ? rule.get(field) : shown.nullNode());
        }
        return shown;
    }

    /**
     * The first time later than both.
     *
     * @param known one of the times, in ms since 1970
     */
    long next(long known, long after) {
        OffsetDateTime first = time(known);
        LocalDate day = first.toLocalDate();
        LocalDate from = Instant.ofEpochMilli(Math.max(known, after))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        for (LocalDate date = from; ChronoUnit.DAYS.between(from, date) <= LONGEST_DAYS; date = date.plusDays(1)) {
            long moment = first.with(date).toInstant().toEpochMilli();
            if (moment > known && moment > after && matches(day, date)) {
                return moment;
            }
        }
        throw new IllegalStateException("nothing recurs as " + rule);
    }

    /** Whether this is one of the times from the known one on. */
    boolean includes(long known, long moment) {
        return moment >= known
                && time(moment).toOffsetTime().equals(time(known).toOffsetTime())
                && (moment == known
                        || matches(time(known).toLocalDate(), time(moment).toLocalDate()));
    }

    private boolean matches(LocalDate known, LocalDate date) {
        return switch (rule.get("frequency").asInt()) {
            case YEARLY ->
                date.getMonthValue() == rule.at("/by_month/0").asInt(known.getMonthValue())
                        && date.getDayOfMonth() == rule.at("/by_month_day/0").asInt(known.getDayOfMonth());
            case MONTHLY -> rule.has("by_n_weekday") ? nthWeekday(date) : date.getDayOfMonth() == known.getDayOfMonth();
            case WEEKLY ->
                weekday(date) == rule.at("/by_weekday/0").asInt(weekday(known))
                        && ChronoUnit.WEEKS.between(monday(known), monday(date)) % interval() == 0;
            default -> !rule.has("by_weekday") || contains(rule.get("by_weekday"), weekday(date));
        };
    }

    private boolean nthWeekday(LocalDate date) {
        int week = (date.getDayOfMonth() - 1) / 7 + 1;
        boolean last = date.getDayOfMonth() + 7 > YearMonth.from(date).lengthOfMonth();
        int asked = rule.at("/by_n_weekday/0/n").asInt();
        return weekday(date) == rule.at("/by_n_weekday/0/day").asInt() && (asked == LAST ? last : asked == week);
    }

    private int interval() {
        return rule.path("interval").asInt(1);
    }

    private static boolean contains(JsonNode days, int day) {
        for (JsonNode one : days) {
            if (one.asInt() == day) {
                return true;
            }
        }
        return false;
    }

    /** Monday is 0. */
    private static int weekday(LocalDate date) {
        return date.getDayOfWeek().getValue() - 1;
    }

    private static LocalDate monday(LocalDate date) {
        return date.minusDays(weekday(date));
    }

    private static OffsetDateTime time(long moment) {
        return Instant.ofEpochMilli(moment).atOffset(ZoneOffset.UTC);
    }
}
