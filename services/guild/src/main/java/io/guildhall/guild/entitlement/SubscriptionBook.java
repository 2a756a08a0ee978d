package io.guildhall.guild.entitlement;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.reminder.Reminder;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.SubscriptionUsers;
import io.guildhall.model.table.catalogue.Subscriptions;
import java.util.List;
import java.util.Optional;

/** Who is subscribed to what one application offers, as it is written; only the application's actor writes it. */
record SubscriptionBook(long applicationId, StorageFacade storage) {
    Optional<RowView> find(long id) {
        return storage.row(Subscriptions.TABLE, applicationId, id);
    }

    /** @throws ApiException 404 when there is no such one; Discord has no number for it */
    RowView subscription(long id) {
        return find(id).orElseThrow(ApiException::noSuchRoute);
    }

    /** Those of one person to one thing, the oldest first. */
    List<RowView> of(long userId, long skuId) {
        Read read = Read.from(SubscriptionUsers.TABLE, applicationId, userId);
        return storage.read(SubscriptionUsers.TABLE, read.build()).stream()
                .filter(row -> row.get(SubscriptionUsers.SKU_ID) == skuId)
                .flatMap(row -> find(row.get(SubscriptionUsers.SUBSCRIPTION_ID)).stream())
                .toList();
    }

    /** Writes it, and has the application asked again at the end of its period. */
    void save(RowView before, RowView after, Changes changes) {
        long id = after.get(Subscriptions.SUBSCRIPTION_ID);
        long end = after.get(Subscriptions.PERIOD_END);
        Rows.save(before, after, changes);
        if (before == null) {
            changes.write(Write.to(SubscriptionUsers.TABLE, applicationId, after.get(Subscriptions.USER_ID), id)
                    .set(SubscriptionUsers.SKU_ID, after.get(Subscriptions.SKU_ID))
                    .build());
        }
        if (before == null || before.get(Subscriptions.PERIOD_END) != end) {
            new Reminder(
                            end,
                            id,
                            Keys.user(applicationId),
                            PeriodEnded.STEP,
                            Json.object().put(PeriodEnded.SUBSCRIPTION_ID, Snowflake.format(id)))
                    .writeTo(changes);
        }
    }
}
