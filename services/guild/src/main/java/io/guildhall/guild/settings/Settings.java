package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.locale.Locales;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.UserSettings;
import io.guildhall.model.table.catalogue.Users;
import java.util.EnumMap;
import java.util.Map;

/** How a person's clients are set up: a part of the person's state that is loaded when it is first needed. It never changes. */
record Settings(Map<SettingsType, SettingsMessage> messages) {
    static Settings of(UserState user) {
        return user.part(Settings.class, Settings::load);
    }

    private static Settings load(UserState user) {
        Map<SettingsType, SettingsMessage> found = new EnumMap<>(SettingsType.class);
        for (SettingsType type : SettingsType.values()) {
            user.context()
                    .storage()
                    .row(UserSettings.TABLE, user.id(), (long) type.number())
                    .map(row -> SettingsMessage.of(row.get(UserSettings.SETTINGS)))
                    .ifPresent(message -> found.put(type, message));
        }
        return new Settings(Map.copyOf(found));
    }

    SettingsMessage get(SettingsType type) {
        return messages.getOrDefault(type, SettingsMessage.EMPTY);
    }

    /** What older clients see. */
    ObjectNode json() {
        ObjectNode json = Json.object();
        SettingsMessage message = get(SettingsType.PRELOADED);
        for (LegacySetting setting : LegacySetting.values()) {
            json.set(setting.field(), setting.read(message));
        }
        return json;
    }

    /** Keeps a message that has changed, and tells it in both forms. */
    static SettingsMessage change(UserState user, SettingsType type, SettingsMessage changed, Changes changes) {
        Settings before = of(user);
        SettingsMessage next = changed.withDataVersion(before.get(type).dataVersion() + 1);
        Map<SettingsType, SettingsMessage> all = new EnumMap<>(SettingsType.class);
        all.putAll(before.messages());
        all.put(type, next);
        Settings after = new Settings(Map.copyOf(all));
        user.putPart(after);
        changes.write(Write.to(UserSettings.TABLE, user.id(), (long) type.number())
                .set(UserSettings.SETTINGS, next.bytes())
                .build());
        ObjectNode event = Json.object().put("partial", false);
        event.putObject("settings").put("proto", next.base64()).put("type", type.number());
        changes.event(
                Events.forPerson(PersonEvent.USER_SETTINGS_PROTO_UPDATE, event).build());
        tellOlderClients(before.json(), after.json(), changes);
        after.speak(user, changes);
        return next;
    }

    /** Lets the account say the language that the clients are set to: it is what applications answer in, and letters are written in. */
    private void speak(UserState user, Changes changes) {
        String locale = LegacySetting.LOCALE.read(get(SettingsType.PRELOADED)).asText();
        if (Locales.exists(locale) && !user.self().locale().equals(locale)) {
            user.changeAccount(Rows.with(user.account(), Users.LOCALE, locale), changes);
            changes.event(Events.forUser(DispatchEvent.USER_UPDATE, user.self()).build());
        }
    }

    private static void tellOlderClients(ObjectNode before, ObjectNode after, Changes changes) {
        ObjectNode different = Json.object();
        for (Map.Entry<String, JsonNode> setting : after.properties()) {
            if (!setting.getValue().equals(before.get(setting.getKey()))) {
                different.set(setting.getKey(), setting.getValue());
            }
        }
        if (!different.isEmpty()) {
            changes.event(Events.forPerson(PersonEvent.USER_SETTINGS_UPDATE, different)
                    .build());
        }
    }
}
