package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.webhookevent.WebhookEvent;

/**
 * Tells an application what becomes of what it granted: its sessions, and its address for events. Where time alone changes something only
 * sessions hear of it, for then nobody waits for an answer who could call that address.
 */
final class EntitlementNews {
    private EntitlementNews() {}

    static void created(RowView entitlement, Changes changes) {
        tell(DispatchEvent.ENTITLEMENT_CREATE, WebhookEvent.Type.ENTITLEMENT_CREATE, entitlement, changes);
    }

    static void updated(RowView entitlement, Changes changes) {
        tell(DispatchEvent.ENTITLEMENT_UPDATE, WebhookEvent.Type.ENTITLEMENT_UPDATE, entitlement, changes);
    }

    static void deleted(RowView entitlement, Changes changes) {
        tell(DispatchEvent.ENTITLEMENT_DELETE, WebhookEvent.Type.ENTITLEMENT_DELETE, entitlement, changes);
    }

    private static void tell(DispatchEvent event, WebhookEvent.Type type, RowView entitlement, Changes changes) {
        JsonNode json = EntitlementView.json(entitlement);
        changes.event(Events.forUser(event, json).build());
        changes.errand(new WebhookEvent(entitlement.get(Entitlements.APPLICATION_ID), type, json).errand());
    }
}
