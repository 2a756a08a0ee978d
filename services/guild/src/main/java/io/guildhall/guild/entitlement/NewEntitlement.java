package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Who is given what, as a request has it. */
public record NewEntitlement(Given<Long> skuId, Given<Long> ownerId, Given<Long> ownerType) {
    private static final long GUILD = 1;

    public static NewEntitlement of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewEntitlement(
                fields.snowflake("sku_id"), fields.snowflake("owner_id"), fields.number("owner_type"));
    }

    boolean toGuild() {
        return ownerType.required() == GUILD;
    }
}
