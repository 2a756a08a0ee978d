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
import java.util.List;
import java.util.Optional;

/** Who has what one application offers, as it is written; only the application's actor writes it. */
record EntitlementBook(long applicationId, StorageFacade storage) {
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
        if (before == null) {
            changes.write(Write.to(
                            EntitlementOwners.TABLE,
                            applicationId,
                            EntitlementView.owner(after),
                            after.get(Entitlements.ENTITLEMENT_ID))
                    .set(EntitlementOwners.SKU_ID, after.get(Entitlements.SKU_ID))
                    .build());
        }
    }
}
