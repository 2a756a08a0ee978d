package io.guildhall.guild.entitlement;

import io.guildhall.guild.call.Call;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Subscriptions;
import java.util.List;
import java.util.Optional;

/** A page of one person's subscriptions to one thing, by id: those after one, those right before one, or the first. */
record SubscriptionPage(long userId, long skuId, Optional<Long> before, Optional<Long> after, int limit) {
    private static final int USUAL = 50;

    static SubscriptionPage of(Call call, long userId) {
        return new SubscriptionPage(
                userId,
                call.id("sku_id"),
                call.queryId("before"),
                call.queryId("after"),
                call.queryNumber("limit", USUAL));
    }

    /** Reads, outside the mailbox. */
    List<RowView> read(SubscriptionBook book) {
        List<RowView> within =
                book.of(userId, skuId).stream().filter(this::contains).toList();
        int most = Math.min(limit, within.size());
        return before.isPresent() && after.isEmpty()
                ? within.subList(within.size() - most, within.size())
                : within.subList(0, most);
    }

    private boolean contains(RowView row) {
        long id = row.get(Subscriptions.SUBSCRIPTION_ID);
        return id > after.orElse(-1L) && id < before.orElse(Long.MAX_VALUE);
    }
}
