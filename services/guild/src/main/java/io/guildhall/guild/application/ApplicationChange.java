package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.webhookevent.WebhookEventSettings;

/** Changes what an application says of itself, and which privileged intents its bot may use. */
final class ApplicationChange {
    /**
     * The flags that an application may set by itself: presences, members and message content, as an unverified bot is
     * granted them.
     */
    private static final long OWN_FLAGS = (1L << 13) | (1L << 15) | (1L << 19);

    private ApplicationChange() {}

    static void apply(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireManager(user, call);
        RowView before = ApplicationAccess.application(user);
        ApplicationSettings body = ApplicationSettings.of(call.body());
        Patch patch = new Patch(before, call.audit())
                .put(body.name(), Applications.NAME)
                .put(body.description(), Applications.DESCRIPTION)
                .put(body.icon(), Applications.ICON)
                .put(body.coverImage(), Applications.COVER_IMAGE)
                .put(body.botPublic(), Applications.BOT_PUBLIC)
                .put(body.botRequireCodeGrant(), Applications.BOT_REQUIRE_CODE_GRANT)
                .put(body.interactionsEndpointUrl(), Applications.INTERACTIONS_ENDPOINT_URL)
                .put(body.customInstallUrl(), Applications.CUSTOM_INSTALL_URL)
                .put(body.roleConnectionsVerificationUrl(), Applications.ROLE_CONNECTIONS_VERIFICATION_URL)
                .put(body.tags(), Applications.TAGS)
                .put(body.installParams(), Applications.INSTALL_PARAMS)
                .put(body.integrationTypesConfig(), Applications.INTEGRATION_TYPES_CONFIG)
                .put(body.redirectUris(), Applications.REDIRECT_URIS)
                .put(body.oidcConfiguration(), Applications.OIDC_CONFIGURATION)
                .flags(body.flags(), Applications.FLAGS, OWN_FLAGS);
        if (!body.eventWebhooks().isEmpty()) {
            ObjectNode settings = WebhookEventSettings.of(before).json();
            body.eventWebhooks().forEach(given -> settings.set(given.field(), given.orNull()));
            patch.set("event_webhooks", Applications.EVENT_WEBHOOKS, settings.toString());
        }
        if (patch.changed()) {
            user.changeApplication(patch.row(), changes);
        }
    }
}
