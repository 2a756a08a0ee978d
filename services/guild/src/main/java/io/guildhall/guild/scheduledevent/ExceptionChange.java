package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What is different one of the times that something recurs. A null takes a difference back. */
public record ExceptionChange(Given<Long> scheduledStartTime, Given<Long> scheduledEndTime, Given<Boolean> isCanceled) {
    public static ExceptionChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ExceptionChange(
                fields.timestamp("scheduled_start_time"),
                fields.timestamp("scheduled_end_time"),
                fields.flag("is_canceled"));
    }

    EventException on(EventException before) {
        return new EventException(
                before.originalStart(),
                scheduledStartTime.named() ? scheduledStartTime.orNull() : before.start(),
                scheduledEndTime.named() ? scheduledEndTime.orNull() : before.end(),
                isCanceled.named() ? isCanceled.or(false) : before.canceled(),
                before.users());
    }
}
