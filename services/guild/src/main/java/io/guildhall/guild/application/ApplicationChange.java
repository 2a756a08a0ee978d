package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;

/** Changes what an application says of itself, and which privileged intents its bot may use. */
final class ApplicationChange {
    /**
     * The flags that an application may set by itself: presences, members and message content, as an unverified bot is
     * granted them.
     */
    private static final long OWN_FLAGS = (1L << 13) | (1L << 15) | (1L << 19);

    private static final List<String> EVENT_WEBHOOKS =
            List.of("event_webhooks_status", "event_webhooks_url", "event_webhooks_types");

    private ApplicationChange() {}

    static Reply apply(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireManager(user, call);
        RowView before = ApplicationAccess.application(user);
        Patch patch = new Patch(before, call.body(), call.audit())
                .text("name", Applications.NAME)
                .text("description", Applications.DESCRIPTION)
                .text("icon", Applications.ICON)
                .text("cover_image", Applications.COVER_IMAGE)
                .flag("bot_public", Applications.BOT_PUBLIC)
                .flag("bot_require_code_grant", Applications.BOT_REQUIRE_CODE_GRANT)
                .text("interactions_endpoint_url", Applications.INTERACTIONS_ENDPOINT_URL)
                .text("custom_install_url", Applications.CUSTOM_INSTALL_URL)
                .text("role_connections_verification_url", Applications.ROLE_CONNECTIONS_VERIFICATION_URL)
                .json("tags", Applications.TAGS)
                .json("install_params", Applications.INSTALL_PARAMS)
                .json("integration_types_config", Applications.INTEGRATION_TYPES_CONFIG)
                .json("redirect_uris", Applications.REDIRECT_URIS);
        if (call.hasValue("flags")) {
            long asked = call.body().get("flags").asLong();
            long flags = before.get(Applications.FLAGS, 0L) & ~OWN_FLAGS | asked & OWN_FLAGS;
            patch.set("flags", Applications.FLAGS, flags);
        }
        if (EVENT_WEBHOOKS.stream().anyMatch(call::has)) {
            ObjectNode settings = ApplicationView.eventWebhooks(before);
            EVENT_WEBHOOKS.stream()
                    .filter(call::has)
                    .forEach(field -> settings.set(field, call.body().get(field)));
            patch.set("event_webhooks", Applications.EVENT_WEBHOOKS, settings.toString());
        }
        if (patch.changed()) {
            user.changeApplication(patch.row(), changes);
        }
        return ApplicationView.own(user);
    }
}
