package io.guildhall.guild.application;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EntitlementOwners;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.table.catalogue.Skus;
import io.guildhall.model.table.catalogue.SubscriptionUsers;
import io.guildhall.model.table.catalogue.Subscriptions;

/** What an application offered goes with it, and nobody has it any more. */
record OffersGone(StorageFacade storage, Changes changes) {
    void of(long applicationId) {
        storage.all(Entitlements.TABLE, applicationId).stream()
                .map(OffersGone::owner)
                .distinct()
                .forEach(owner -> changes.write(Write.deletePartition(EntitlementOwners.TABLE, applicationId, owner)));
        changes.write(Write.deletePartition(Entitlements.TABLE, applicationId));
        storage.all(Subscriptions.TABLE, applicationId).stream()
                .map(row -> row.get(Subscriptions.USER_ID))
                .distinct()
                .forEach(user -> changes.write(Write.deletePartition(SubscriptionUsers.TABLE, applicationId, user)));
        changes.write(Write.deletePartition(Subscriptions.TABLE, applicationId));
        changes.write(Write.deletePartition(Skus.TABLE, applicationId));
    }

    private static long owner(RowView row) {
        return row.find(Entitlements.GUILD_ID).orElseGet(() -> row.get(Entitlements.USER_ID, 0L));
    }
}
