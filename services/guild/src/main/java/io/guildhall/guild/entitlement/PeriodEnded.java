package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.table.catalogue.Subscriptions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The period of a subscription is over: the next one begins, with what was granted, unless the subscription was ended. */
@Singleton
public final class PeriodEnded implements UserStep {
    static final String STEP = "subscriptionPeriodEnded";
    static final String SUBSCRIPTION_ID = "subscription_id";

    private final Clock clock;

    public PeriodEnded(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState application, JsonNode body, Changes changes) {
        SubscriptionBook book =
                new SubscriptionBook(application.id(), application.context().storage());
        book.find(Snowflake.parse(body.path(SUBSCRIPTION_ID).asText("0")))
                .filter(row -> row.get(Subscriptions.PERIOD_END) <= clock.millis())
                .ifPresent(row -> goOn(application, book, row, changes));
        return Reply.noContent();
    }

    private static void goOn(UserState application, SubscriptionBook book, RowView before, Changes changes) {
        long status = before.get(Subscriptions.STATUS);
        if (status == SubscriptionStatus.ENDING.number()) {
            tell(book, before, Rows.with(before, Subscriptions.STATUS, SubscriptionStatus.INACTIVE.number()), changes);
        } else if (status == SubscriptionStatus.ACTIVE.number()) {
            long start = before.get(Subscriptions.PERIOD_END);
            long end = start
                    + Duration.ofDays(before.get(Subscriptions.PERIOD_DAYS)).toMillis();
            EntitlementBook granted = EntitlementBook.of(application);
            granted.find(before.get(Subscriptions.ENTITLEMENT_ID))
                    .filter(row -> !row.get(Entitlements.DELETED, false))
                    .ifPresent(row -> {
                        RowView prolonged = Rows.with(row, Entitlements.ENDS_AT, end);
                        granted.save(row, prolonged, changes);
                        EntitlementNews.updated(prolonged, changes);
                    });
            RowView next = Rows.with(before, Subscriptions.PERIOD_START, start);
            tell(book, before, Rows.with(next, Subscriptions.PERIOD_END, end), changes);
        }
    }

    private static void tell(SubscriptionBook book, RowView before, RowView after, Changes changes) {
        book.save(before, after, changes);
        changes.event(Events.forUser(DispatchEvent.SUBSCRIPTION_UPDATE, SubscriptionView.json(after))
                .build());
    }
}
