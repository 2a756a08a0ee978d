package io.guildhall.guild.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import java.util.Map;
import java.util.TreeMap;

/** What a person changes of what it wants to be told of a guild. */
public record NotificationBody(
        Given<Long> messageNotifications,
        Given<Boolean> muted,
        Given<MuteBody> muteConfig,
        Given<Boolean> mobilePush,
        Given<Boolean> suppressEveryone,
        Given<Boolean> suppressRoles,
        Given<Boolean> muteScheduledEvents,
        Given<Boolean> hideMutedChannels,
        Given<Long> notifyHighlights,
        Given<Long> flags,
        Given<JsonNode> channelOverrides) {
    public static NotificationBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NotificationBody(
                fields.number("message_notifications"),
                fields.flag("muted"),
                fields.object("mute_config", MuteBody::of),
                fields.flag("mobile_push"),
                fields.flag("suppress_everyone"),
                fields.flag("suppress_roles"),
                fields.flag("mute_scheduled_events"),
                fields.flag("hide_muted_channels"),
                fields.number("notify_highlights"),
                fields.number("flags"),
                fields.tree("channel_overrides"));
    }

    void applyTo(ObjectNode settings) {
        number(messageNotifications, settings);
        flag(muted, settings);
        mute(muteConfig, settings);
        flag(mobilePush, settings);
        flag(suppressEveryone, settings);
        flag(suppressRoles, settings);
        flag(muteScheduledEvents, settings);
        flag(hideMutedChannels, settings);
        number(notifyHighlights, settings);
        number(flags, settings);
    }

    /** What is said of single channels, by their ids. */
    Map<Long, ChannelBody> channels() {
        Map<Long, ChannelBody> channels = new TreeMap<>();
        channelOverrides.value().ifPresent(given -> given.properties()
                .forEach(entry -> channels.put(Snowflake.parse(entry.getKey()), ChannelBody.of(entry.getValue()))));
        return channels;
    }

    static void number(Given<Long> given, ObjectNode settings) {
        given.value().ifPresent(value -> settings.put(given.field(), value));
    }

    static void flag(Given<Boolean> given, ObjectNode settings) {
        given.value().ifPresent(value -> settings.put(given.field(), value));
    }

    static void mute(Given<MuteBody> given, ObjectNode settings) {
        if (given.named()) {
            settings.set(given.field(), given.value().map(MuteBody::json).orElse(null));
        }
    }

    /** What a person changes of what it wants to be told of a channel. */
    record ChannelBody(
            Given<Long> messageNotifications,
            Given<Boolean> muted,
            Given<MuteBody> muteConfig,
            Given<Boolean> collapsed,
            Given<Long> flags) {
        static ChannelBody of(JsonNode body) {
            Fields fields = new Fields(body);
            return new ChannelBody(
                    fields.number("message_notifications"),
                    fields.flag("muted"),
                    fields.object("mute_config", MuteBody::of),
                    fields.flag("collapsed"),
                    fields.number("flags"));
        }

        void applyTo(ObjectNode channel) {
            number(messageNotifications, channel);
            flag(muted, channel);
            mute(muteConfig, channel);
            flag(collapsed, channel);
            number(flags, channel);
        }
    }
}
