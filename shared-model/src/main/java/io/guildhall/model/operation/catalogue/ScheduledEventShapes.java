package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.timestamp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;

/** Bodies about scheduled events. */
final class ScheduledEventShapes {
    private static final Shape WEEKDAY = integer(0, 6);
    private static final Shape ENTITY_TYPE = choice(1, 2, 3);
    private static final int YEARLY = 0;
    private static final int MONTHLY = 1;
    private static final int WEEKLY = 2;
    private static final int DAILY = 3;

    /** The days of a week on which something daily may be, as clients show them. */
    private static final Set<Set<Integer>> DAYS = Set.of(
            Set.of(0, 1, 2, 3, 4),
            Set.of(1, 2, 3, 4, 5),
            Set.of(6, 0, 1, 2, 3),
            Set.of(4, 5),
            Set.of(5, 6),
            Set.of(6, 0));

    private static final ObjectShape N_WEEKDAY =
            object().required("n", integer(1, 5)).required("day", WEEKDAY);

    /** Clients show only some of what could recur, so only these are taken. */
    private static final Shape RECURRENCE = object().required("start", timestamp())
            .required("frequency", choice(YEARLY, MONTHLY, WEEKLY, DAILY))
            .optional("interval", integer(1, 2))
            .optional("by_weekday", list(1, 7, WEEKDAY).distinct())
            .optional("by_n_weekday", list(1, 1, N_WEEKDAY))
            .optional("by_month", list(1, 1, integer(1, 12)))
            .optional("by_month_day", list(1, 1, integer(1, 31)))
            .rule(ScheduledEventShapes::checkRecurrence);

    private static final ObjectShape SETTINGS = object().nullable("description", text(1000))
            .nullable("image", image())
            .nullable("scheduled_end_time", timestamp())
            .nullable("channel_id", snowflake())
            .nullable("entity_metadata", object().nullable("location", line(0, 100)))
            .nullable("recurrence_rule", RECURRENCE);

    static final ObjectShape CREATE = SETTINGS.required("name", name(1, 100))
            .required("scheduled_start_time", timestamp())
            .required("privacy_level", choice(2))
            .required("entity_type", ENTITY_TYPE);

    static final ObjectShape UPDATE = SETTINGS.optional("name", name(1, 100))
            .optional("scheduled_start_time", timestamp())
            .optional("privacy_level", choice(2))
            .optional("entity_type", ENTITY_TYPE)
            .optional("status", choice(1, 2, 3, 4));

    static final ObjectShape UPDATE_EXCEPTION = object().nullable("scheduled_start_time", timestamp())
            .nullable("scheduled_end_time", timestamp())
            .nullable("is_canceled", bool());

    static final ObjectShape CREATE_EXCEPTION = UPDATE_EXCEPTION.required("original_scheduled_start_time", timestamp());

    private ScheduledEventShapes() {}

    private static void checkRecurrence(ObjectNode rule, Problems problems) {
        int frequency = rule.get("frequency").asInt();
        if (rule.path("interval").asInt(1) != 1 && frequency != WEEKLY) {
            refuse(problems.at("interval"), "only what is weekly may leave something out");
        }
        if (rule.has("by_weekday") && !weekdays(frequency, rule.get("by_weekday"))) {
            refuse(problems.at("by_weekday"), "not for these days");
        }
        if (rule.has("by_n_weekday") && frequency != MONTHLY) {
            refuse(problems.at("by_n_weekday"), "only for what is monthly");
        }
        if (rule.has("by_month") != rule.has("by_month_day") || (rule.has("by_month") && frequency != YEARLY)) {
            refuse(problems.at("by_month"), "only for what is yearly, together with by_month_day");
        } else if (rule.has("by_month")
                && rule.at("/by_month_day/0").asInt()
                        > Month.of(rule.at("/by_month/0").asInt()).maxLength()) {
            refuse(problems.at("by_month_day"), "there is no such day");
        }
    }

    private static boolean weekdays(int frequency, JsonNode days) {
        Set<Integer> asked = new TreeSet<>();
        days.forEach(day -> asked.add(day.asInt()));
        return frequency == WEEKLY ? asked.size() == 1 : frequency == DAILY && DAYS.contains(asked);
    }

    private static void refuse(Problems problems, String why) {
        problems.add("GUILD_SCHEDULED_EVENT_INVALID_RECURRENCE_RULE", "Invalid recurrence rule: " + why);
    }
}
