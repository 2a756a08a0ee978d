package io.guildhall.guild.entitlement;

import io.guildhall.guild.call.Call;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which entitlements a list has.
 *
 * @param skuIds empty for all
 * @param now ms since 1970
 */
record EntitlementFilter(Set<Long> skuIds, boolean ended, boolean deleted, boolean consumed, long now) {
    private static final String SKUS = "sku_ids";

    /** Deleted ones only when the query says so. */
    static EntitlementFilter ofApplication(Call call, long now) {
        boolean onlyActive = call.queryFlag("only_active");
        return new EntitlementFilter(
                skus(call),
                !call.queryFlag("exclude_ended") && !onlyActive,
                !call.query().path("exclude_deleted").asBoolean(true) && !onlyActive,
                !onlyActive,
                now);
    }

    /** Consumed ones only when the query says so. */
    static EntitlementFilter ofPerson(Call call, long now) {
        return new EntitlementFilter(
                skus(call), false, false, !call.query().path("exclude_consumed").asBoolean(true), now);
    }

    boolean passes(RowView row) {
        return (skuIds.isEmpty() || skuIds.contains(row.get(Entitlements.SKU_ID)))
                && (ended || row.get(Entitlements.ENDS_AT, Long.MAX_VALUE) > now)
                && (deleted || !row.get(Entitlements.DELETED, false))
                && (consumed || !row.get(Entitlements.CONSUMED, false));
    }

    private static Set<Long> skus(Call call) {
        return Stream.of(call.query().path(SKUS).asText("").split(","))
                .filter(text -> !text.isBlank())
                .map(EntitlementFilter::id)
                .collect(Collectors.toSet());
    }

    private static long id(String text) {
        try {
            return Snowflake.parse(text.strip());
        } catch (NumberFormatException malformed) {
            throw ApiException.invalidField(SKUS, "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
    }
}
