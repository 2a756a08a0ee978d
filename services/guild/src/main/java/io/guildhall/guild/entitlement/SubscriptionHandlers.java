package io.guildhall.guild.entitlement;

import io.guildhall.guild.application.ApplicationAccess;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.SubscriptionOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.table.catalogue.Skus;
import io.guildhall.model.table.catalogue.Subscriptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Who is subscribed to what an application offers. The application's owner grants it for periods that follow each other until it is ended;
 * its bot reads it, and hears of it with the entitlement that goes with it.
 */
@Singleton
public final class SubscriptionHandlers {
    private final SnowflakeGenerator ids;
    private final Clock clock;

    public SubscriptionHandlers(SnowflakeGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Produces
    @Singleton
    public UserOperation listSubscriptions() {
        return new EntitlementHandler(SubscriptionOperations.LIST_SUBSCRIPTIONS, (application, call, changes) -> {
            SubscriptionPage page = SubscriptionPage.of(call, subscriber(application, call));
            SubscriptionBook book = freely(application);
            return Reply.later(() -> Reply.json(SubscriptionView.list(page.read(book))));
        });
    }

    @Produces
    @Singleton
    public UserOperation getSubscription() {
        return new EntitlementHandler(SubscriptionOperations.GET_SUBSCRIPTION, (application, call, changes) -> {
            RowView found = book(application).subscription(call.id("subscription_id"));
            boolean theirs = byBot(application, call) || found.get(Subscriptions.USER_ID) == call.callerId();
            if (!theirs || found.get(Subscriptions.SKU_ID) != call.id("sku_id")) {
                throw ApiException.noSuchRoute();
            }
            return Reply.json(SubscriptionView.json(found));
        });
    }

    @Produces
    @Singleton
    public UserOperation createSubscription() {
        return new EntitlementHandler(SubscriptionOperations.CREATE_SUBSCRIPTION, this::create);
    }

    @Produces
    @Singleton
    public UserOperation cancelSubscription() {
        return new EntitlementHandler(SubscriptionOperations.CANCEL_SUBSCRIPTION, (application, call, changes) -> {
            ApplicationAccess.requireOwner(application, call);
            RowView before = book(application).subscription(call.id("subscription_id"));
            if (before.get(Subscriptions.STATUS) == SubscriptionStatus.ACTIVE.number()) {
                RowView ending = Rows.with(before, Subscriptions.STATUS, SubscriptionStatus.ENDING.number());
                ending = Rows.with(ending, Subscriptions.CANCELED_AT, clock.millis());
                book(application).save(before, ending, changes);
                tell(DispatchEvent.SUBSCRIPTION_UPDATE, ending, changes);
            }
            return Reply.noContent();
        });
    }

    private Reply create(UserState application, Call call, Changes changes) {
        ApplicationAccess.requireOwner(application, call);
        NewSubscription body = NewSubscription.of(call.body());
        EntitlementBook granted = EntitlementBook.of(application);
        RowView sku = granted.sku(body.skuId().required());
        long skuId = sku.get(Skus.SKU_ID);
        long user = body.userId().required();
        if (sku.get(Skus.TYPE) != SkuKind.SUBSCRIPTION.number()) {
            throw ApiException.of(ErrorCode.INVALID_SKU);
        }
        EntitlementHandlers.requireOwner(granted.storage(), user, false);
        long now = clock.millis();
        if (granted.has(user, skuId, now)) {
            throw ApiException.of(ErrorCode.AN_ENTITLEMENT_HAS_ALREADY_BEEN_GRANTED_FOR_THIS_RESOURCE);
        }
        long end = now + Duration.ofDays(body.days()).toMillis();
        RowView entitlement = entitlement(application, skuId, user, now, end);
        granted.grant(entitlement, changes, now);
        EntitlementNews.created(entitlement, changes);
        RowView row = Rows.create(Subscriptions.TABLE, application.id(), ids.next());
        row = Rows.with(row, Subscriptions.SKU_ID, skuId);
        row = Rows.with(row, Subscriptions.USER_ID, user);
        row = Rows.with(row, Subscriptions.ENTITLEMENT_ID, entitlement.get(Entitlements.ENTITLEMENT_ID));
        row = Rows.with(row, Subscriptions.PERIOD_START, now);
        row = Rows.with(row, Subscriptions.PERIOD_END, end);
        row = Rows.with(row, Subscriptions.PERIOD_DAYS, body.days());
        row = Rows.with(row, Subscriptions.STATUS, SubscriptionStatus.ACTIVE.number());
        book(application).save(null, row, changes);
        tell(DispatchEvent.SUBSCRIPTION_CREATE, row, changes);
        return Reply.json(SubscriptionView.json(row));
    }

    private RowView entitlement(UserState application, long sku, long user, long start, long end) {
        RowView row = Rows.create(Entitlements.TABLE, application.id(), ids.next());
        row = Rows.with(row, Entitlements.SKU_ID, sku);
        row = Rows.with(row, Entitlements.USER_ID, user);
        row = Rows.with(row, Entitlements.DELETED, false);
        row = Rows.with(row, Entitlements.STARTS_AT, start);
        return Rows.with(row, Entitlements.ENDS_AT, end);
    }

    /** A bot says whom it asks about; an application that speaks for a person asks about that one. */
    private static long subscriber(UserState application, Call call) {
        if (!byBot(application, call)) {
            return call.callerId();
        }
        return call.queryId("user_id")
                .orElseThrow(
                        () -> ApiException.invalidField("user_id", "BASE_TYPE_REQUIRED", "This field is required"));
    }

    private static boolean byBot(UserState application, Call call) {
        return call.callerId() == application.id();
    }

    private static SubscriptionBook book(UserState application) {
        return new SubscriptionBook(application.id(), application.context().storage());
    }

    /** To read outside the mailbox. */
    private static SubscriptionBook freely(UserState application) {
        return new SubscriptionBook(application.id(), application.context().freeStorage());
    }

    private static void tell(DispatchEvent event, RowView subscription, Changes changes) {
        changes.event(Events.forUser(event, SubscriptionView.json(subscription)).build());
    }
}
