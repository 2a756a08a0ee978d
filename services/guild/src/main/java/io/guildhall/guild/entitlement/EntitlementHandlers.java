package io.guildhall.guild.entitlement;

import io.guildhall.guild.application.ApplicationAccess;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.EntitlementOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Skus;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Who has what an application offers. The application's bot and owner grant it, take it back, and say that it was used up; all of its
 * sessions hear of that.
 */
@Singleton
public final class EntitlementHandlers {
    private final SnowflakeGenerator ids;
    private final Clock clock;

    public EntitlementHandlers(SnowflakeGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Produces
    @Singleton
    public UserOperation listEntitlements() {
        return new EntitlementHandler(EntitlementOperations.LIST_ENTITLEMENTS, (application, call, changes) -> {
            ApplicationAccess.requireManager(application, call);
            ApplicationAccess.application(application);
            EntitlementPage page = EntitlementPage.of(call, clock.millis());
            EntitlementBook book = freely(application);
            return Reply.later(() -> Reply.json(EntitlementView.list(page.read(book))));
        });
    }

    /** What the calling person has. */
    @Produces
    @Singleton
    public UserOperation listMyEntitlements() {
        return new EntitlementHandler(EntitlementOperations.LIST_MY_ENTITLEMENTS, (application, call, changes) -> {
            ApplicationAccess.application(application);
            EntitlementFilter filter = EntitlementFilter.ofPerson(call, clock.millis());
            EntitlementBook book = freely(application);
            long person = call.callerId();
            return Reply.later(() -> Reply.json(EntitlementView.list(
                    book.of(person).stream().filter(filter::passes).toList())));
        });
    }

    @Produces
    @Singleton
    public UserOperation getEntitlement() {
        return new EntitlementHandler(
                EntitlementOperations.GET_ENTITLEMENT,
                (application, call, changes) -> Reply.json(EntitlementView.json(named(application, call))));
    }

    @Produces
    @Singleton
    public UserOperation createEntitlement() {
        return new EntitlementHandler(EntitlementOperations.CREATE_ENTITLEMENT, this::create);
    }

    @Produces
    @Singleton
    public UserOperation deleteEntitlement() {
        return new EntitlementHandler(EntitlementOperations.DELETE_ENTITLEMENT, (application, call, changes) -> {
            RowView before = named(application, call);
            if (before.get(Entitlements.DELETED, false)) {
                throw ApiException.of(ErrorCode.UNKNOWN_ENTITLEMENT);
            }
            RowView after = Rows.with(before, Entitlements.DELETED, true);
            EntitlementBook.of(application).save(before, after, changes);
            EntitlementNews.deleted(after, changes);
            return Reply.noContent();
        });
    }

    @Produces
    @Singleton
    public UserOperation consumeEntitlement() {
        return new EntitlementHandler(EntitlementOperations.CONSUME_ENTITLEMENT, (application, call, changes) -> {
            RowView before = named(application, call);
            EntitlementBook book = EntitlementBook.of(application);
            if (before.get(Entitlements.DELETED, false)) {
                throw ApiException.of(ErrorCode.UNKNOWN_ENTITLEMENT);
            }
            if (book.sku(before.get(Entitlements.SKU_ID)).get(Skus.TYPE) != SkuKind.CONSUMABLE.number()) {
                throw ApiException.of(ErrorCode.ONLY_CONSUMABLE_SKUS_CAN_BE_CONSUMED);
            }
            if (!before.get(Entitlements.CONSUMED, false)) {
                RowView after = Rows.with(before, Entitlements.CONSUMED, true);
                book.save(before, after, changes);
                EntitlementNews.updated(after, changes);
            }
            return Reply.noContent();
        });
    }

    /** What is granted so never ends. Nobody has a thing twice at a time. */
    private Reply create(UserState application, Call call, Changes changes) {
        ApplicationAccess.requireManager(application, call);
        ApplicationAccess.application(application);
        NewEntitlement body = NewEntitlement.of(call.body());
        EntitlementBook book = EntitlementBook.of(application);
        long sku = book.sku(body.skuId().required()).get(Skus.SKU_ID);
        long owner = body.ownerId().required();
        requireOwner(book.storage(), owner, body.toGuild());
        if (book.has(owner, sku, clock.millis())) {
            throw ApiException.of(ErrorCode.AN_ENTITLEMENT_HAS_ALREADY_BEEN_GRANTED_FOR_THIS_RESOURCE);
        }
        RowView row = Rows.create(Entitlements.TABLE, application.id(), ids.next());
        row = Rows.with(row, Entitlements.SKU_ID, sku);
        row = Rows.with(row, body.toGuild() ? Entitlements.GUILD_ID : Entitlements.USER_ID, owner);
        row = Rows.with(row, Entitlements.DELETED, false);
        book.grant(row, changes, clock.millis());
        EntitlementNews.created(row, changes);
        return Reply.json(EntitlementView.json(row));
    }

    static void requireOwner(StorageFacade storage, long owner, boolean guild) {
        if (guild
                && storage.row(Guilds.TABLE, owner)
                        .filter(row -> row.has(Guilds.OWNER_ID))
                        .isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        boolean gone = storage.row(Users.TABLE, owner)
                .filter(row -> !row.get(Users.DELETED, false))
                .isEmpty();
        if (!guild && gone) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
    }

    private static RowView named(UserState application, Call call) {
        ApplicationAccess.requireManager(application, call);
        ApplicationAccess.application(application);
        return EntitlementBook.of(application).entitlement(call.id("entitlement_id"));
    }

    /** To read outside the mailbox. */
    private static EntitlementBook freely(UserState application) {
        return new EntitlementBook(application.id(), application.context().freeStorage());
    }
}
