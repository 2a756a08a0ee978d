package io.guildhall.guild.state;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Users whose membership or presence changed since somebody last looked; kept only while somebody does. It never changes.
 *
 * @param users each with any value
 */
public record ChangedUsers(LongMap<Boolean> users) {
    public static final ChangedUsers NONE = new ChangedUsers(LongMap.empty());

    ChangedUsers with(long userId) {
        return new ChangedUsers(users.with(userId, true));
    }

    public List<Long> ids() {
        List<Long> ids = new ArrayList<>(users.size());
        Cursor<Boolean> cursor = users.cursor();
        while (cursor.hasNext()) {
            cursor.next();
            ids.add(cursor.id());
        }
        return ids;
    }

    public boolean has(long userId) {
        return users.contains(userId);
    }
}
