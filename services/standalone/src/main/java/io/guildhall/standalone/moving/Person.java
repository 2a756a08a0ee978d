package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.name.NameRule;
import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;

/**
 * Somebody who wrote, reacted or was mentioned where the export comes from. Here an account that nobody can log in to: it has no password and no address,
 * its name is not taken, and it is disabled.
 *
 * @param nick how the guild called them; empty for none
 * @param since when they were first seen there, in ms since 1970
 */
record Person(long id, String username, String nick, boolean bot, List<Long> roles, long since) {
    private static final int MOST_OF_NAME = 32;
    private static final String NO_NAME = "imported user";

    static Person of(long id, JsonNode author, List<Long> roles, long since) {
        String name = author.path("name").asText("");
        String nick = NameRule.clean(author.path("nickname").asText(""));
        return new Person(
                id,
                username(name),
                nick.equals(name) ? "" : shortened(nick),
                author.path("isBot").asBoolean(),
                roles,
                since);
    }

    /** A name of another kind of account than people's: of a webhook, which is in no guild. */
    static boolean isWebhook(JsonNode author) {
        return author.path("isBot").asBoolean()
                && author.path("discriminator").asText().equals("0000");
    }

    private static String username(String name) {
        String clean = shortened(UsernameRule.clean(NameRule.clean(name)));
        return clean.isEmpty() || UsernameRule.objection(clean).isPresent() ? NO_NAME : clean;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= MOST_OF_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_OF_NAME)).strip();
    }

    /** As seen again, with whatever was not known before. */
    Person with(Person later) {
        return new Person(
                id,
                username,
                nick.isEmpty() ? later.nick : nick,
                bot,
                roles.isEmpty() ? later.roles : roles,
                Math.min(since, later.since));
    }

    RowView account() {
        RowView row = Rows.create(Users.TABLE, id);
        row = Rows.with(row, Users.USERNAME, username);
        row = Rows.with(row, Users.DISCRIMINATOR, "0");
        row = Rows.with(row, Users.DISABLED, true);
        return bot ? Rows.with(row, Users.BOT, true) : row;
    }

    User user() {
        return User.from(account());
    }
}
