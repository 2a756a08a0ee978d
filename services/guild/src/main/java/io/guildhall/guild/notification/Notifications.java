package io.guildhall.guild.notification;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.LongMapBuilder;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.NotificationSettings;

/** What a person wants to be told: a part of the person's state that is loaded when it is first needed. It never changes. */
public record Notifications(LongMap<GuildNotifications> byGuild) {
    /** Guild 0 stands for the private channels. */
    public static final long PRIVATE = 0;

    public static Notifications of(UserState user) {
        return user.part(Notifications.class, Notifications::load);
    }

    private static Notifications load(UserState user) {
        LongMapBuilder<GuildNotifications> found = new LongMapBuilder<>();
        user.context()
                .storage()
                .all(NotificationSettings.TABLE, user.id())
                .forEach(row -> found.add(row.get(NotificationSettings.GUILD_ID), GuildNotifications.of(row)));
        return new Notifications(found.build());
    }

    /** As by default where nothing was said. */
    public GuildNotifications in(long guildId) {
        return byGuild.find(guildId).orElseGet(() -> GuildNotifications.unsaid(guildId));
    }

    /** Changes, writes and tells them. */
    static GuildNotifications change(UserState user, long guildId, NotificationBody body, Changes changes) {
        Notifications before = of(user);
        GuildNotifications changed = before.in(guildId).with(body);
        user.putPart(new Notifications(before.byGuild().with(guildId, changed)));
        changes.write(Write.to(NotificationSettings.TABLE, user.id(), guildId)
                .set(NotificationSettings.SETTINGS, changed.json().toString())
                .build());
        changes.event(Events.forPerson(PersonEvent.USER_GUILD_SETTINGS_UPDATE, changed.json())
                .build());
        return changed;
    }
}
