package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Who is subscribed to what, as a request has it. */
public record NewSubscription(Given<Long> skuId, Given<Long> userId, Given<Long> periodDays) {
    private static final long A_MONTH = 30;

    public static NewSubscription of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewSubscription(
                fields.snowflake("sku_id"), fields.snowflake("user_id"), fields.number("period_days"));
    }

    /** How long one period is. */
    long days() {
        return periodDays.or(A_MONTH);
    }
}
