package io.guildhall.guild.entitlement;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EntitlementOwners;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.table.catalogue.Skus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who has what one application offers, as it is written; only the application's actor writes it. */
record EntitlementBook(long applicationId, StorageFacade storage) {
    /** So many are kept of one owner. What is not over comes on top of that: no more than the application offers things. */
    static final int MOST = 50;

    /** What belongs to a subscription may be prolonged a while after it ended. */
    private static final long PROLONGED_WITHIN = Duration.ofDays(7).toMillis();

    static EntitlementBook of(UserState application) {
        return new EntitlementBook(application.id(), application.context().storage());
    }

    Optional<RowView> find(long id) {
        return storage.row(Entitlements.TABLE, applicationId, id);
    }

    /** @throws ApiException 10029 when there is no such one */
    RowView entitlement(long id) {
        return find(id).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_ENTITLEMENT));
    }

    /** Whether somebody has this now, neither used up nor taken back nor over. */
    boolean has(long ownerId, long skuId, long now) {
        return of(ownerId).stream()
                .anyMatch(row -> row.get(Entitlements.SKU_ID) == skuId
                        && !row.get(Entitlements.DELETED, false)
                        && !row.get(Entitlements.CONSUMED, false)
                        && row.get(Entitlements.ENDS_AT, Long.MAX_VALUE) > now);
    }

    /** @throws ApiException 10027 when the application offers no such thing */
    RowView sku(long id) {
        return storage.row(Skus.TABLE, applicationId, id).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_SKU));
    }

    /** All that one person or guild has or had, the oldest first. */
    List<RowView> of(long ownerId) {
        return storage.all(EntitlementOwners.TABLE, applicationId, ownerId).stream()
                .map(row -> row.get(EntitlementOwners.ENTITLEMENT_ID))
                .flatMap(id -> storage.row(Entitlements.TABLE, applicationId, id).stream())
                .toList();
    }

    void save(RowView before, RowView after, Changes changes) {
        Rows.save(before, after, changes);
    }

    /** Something that its owner did not have. Of what the owner had, only the newest are kept, so that no number of grants makes many. */
    void grant(RowView entitlement, Changes changes, long now) {
        long ownerId = EntitlementView.owner(entitlement);
        List<RowView> others = of(ownerId);
        others.stream()
                .filter(row -> isOver(row, now))
                .limit(Math.max(0, others.size() + 1 - MOST))
                .forEach(row -> forget(ownerId, row, changes));
        save(null, entitlement, changes);
        changes.write(
                Write.to(EntitlementOwners.TABLE, applicationId, ownerId, entitlement.get(Entitlements.ENTITLEMENT_ID))
                        .set(EntitlementOwners.SKU_ID, entitlement.get(Entitlements.SKU_ID))
                        .build());
    }

    private void forget(long ownerId, RowView entitlement, Changes changes) {
        Rows.delete(entitlement, changes);
        changes.write(Write.delete(
                EntitlementOwners.TABLE, applicationId, ownerId, entitlement.get(Entitlements.ENTITLEMENT_ID)));
    }

    private static boolean isOver(RowView row, long now) {
        return row.get(Entitlements.DELETED, false)
                || row.get(Entitlements.CONSUMED, false)
                || row.get(Entitlements.ENDS_AT, Long.MAX_VALUE) < now - PROLONGED_WITHIN;
    }
}
