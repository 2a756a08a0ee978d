package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.byId;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.timestamp;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;

/** What a person wants to be told of its guilds and private channels. Discord's own clients call these. */
public final class NotificationOperations {
    private static final int MOST_GUILDS = 200;
    private static final int MOST_CHANNELS = 500;
    private static final long TEN_YEARS_IN_SECONDS = 315_360_000;

    /** Until when something is muted: a window of -1 seconds and no end for ever. */
    private static final Shape MUTE_CONFIG = object().nullable("end_time", timestamp())
            .nullable("selected_time_window", integer(-1, TEN_YEARS_IN_SECONDS));

    private static final Shape CHANNEL = object().optional("message_notifications", choice(0, 1, 2, 3))
            .optional("muted", bool())
            .nullable("mute_config", MUTE_CONFIG)
            .optional("collapsed", bool())
            .optional("flags", integer(0, Integer.MAX_VALUE));

    private static final ObjectShape SETTINGS = object().optional("message_notifications", choice(0, 1, 2, 3))
            .optional("muted", bool())
            .nullable("mute_config", MUTE_CONFIG)
            .optional("mobile_push", bool())
            .optional("suppress_everyone", bool())
            .optional("suppress_roles", bool())
            .optional("mute_scheduled_events", bool())
            .optional("hide_muted_channels", bool())
            .optional("notify_highlights", choice(0, 1, 2))
            .optional("flags", integer(0, Integer.MAX_VALUE))
            .optional("channel_overrides", byId(MOST_CHANNELS, CHANNEL));

    public static final Operation UPDATE_GUILD_NOTIFICATIONS = patch(
                    "updateGuildNotifications", "/users/@me/guilds/{guild_id}/settings")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .body(SETTINGS)
            .build();

    public static final Operation UPDATE_PRIVATE_NOTIFICATIONS = patch(
                    "updatePrivateNotifications", "/users/@me/guilds/@me/settings")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .body(SETTINGS)
            .build();

    /** By guild; {@code @me} for private channels. */
    public static final Operation UPDATE_ALL_NOTIFICATIONS = patch(
                    "updateAllNotifications", "/users/@me/guilds/settings")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .body(object().required("guilds", byId(MOST_GUILDS, SETTINGS, "@me")))
            .build();

    private NotificationOperations() {}

    static List<Operation> all() {
        return List.of(UPDATE_GUILD_NOTIFICATIONS, UPDATE_PRIVATE_NOTIFICATIONS, UPDATE_ALL_NOTIFICATIONS);
    }
}
