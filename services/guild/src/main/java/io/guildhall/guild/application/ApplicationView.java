package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.interaction.ApplicationKeys;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.OwnApplication;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.model.webhookevent.WebhookEventSettings;
import jakarta.inject.Singleton;

/** An application as its bot and its owner see it. */
@Singleton
public final class ApplicationView {
    private final ApplicationKeys keys;

    public ApplicationView(ApplicationKeys keys) {
        this.keys = keys;
    }

    /** Reads the owner from the store, outside the mailbox. */
    Reply own(UserState user) {
        RowView row = ApplicationAccess.application(user);
        User bot = user.bot().orElse(null);
        int guilds = user.guilds().size();
        StorageFacade storage = user.context().freeStorage();
        return Reply.later(() -> {
            User owner = storage.row(Users.TABLE, row.get(Applications.OWNER_ID, 0L))
                    .map(User::from)
                    .orElse(null);
            String key = keys.verifyKey(row.get(Applications.APPLICATION_ID));
            ObjectNode application = Json.tree(OwnApplication.from(row, key, bot, owner, guilds));
            application.setAll(WebhookEventSettings.of(row).json());
            row.find(Applications.OIDC_CONFIGURATION)
                    .ifPresent(text -> application.set("oidc_configuration", Json.parse(text)));
            return Reply.json(application);
        });
    }
}
