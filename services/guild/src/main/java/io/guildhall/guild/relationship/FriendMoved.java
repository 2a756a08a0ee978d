package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * A friend has another account from now on, or one more: this person is that one's friend too. Nothing is asked, since it is the same human; but whom
 * this person blocks stays blocked, and who has as many friends as anybody may gets no more. The other side is told only afterwards, so that
 * both or none are friends.
 */
@Singleton
public final class FriendMoved implements UserStep {
    private static final String STEP = "friendMoved";
    private static final String FROM = "user_id";
    private static final String TO = "to";
    private static final String APPLICATION = "application_id";

    private final Clock clock;

    public FriendMoved(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    /** From one account to the other. */
    static void move(long friend, long from, long to, Changes changes) {
        changes.step(Keys.user(friend), STEP, body(from, to));
    }

    /** To the other account too, if the friend has to do with the application. */
    static void share(long friend, long from, long to, long application, Changes changes) {
        changes.step(Keys.user(friend), STEP, body(from, to).put(APPLICATION, Snowflake.format(application)));
    }

    private static ObjectNode body(long from, long to) {
        return Json.object().put(FROM, Snowflake.format(from)).put(TO, Snowflake.format(to));
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long from = Snowflake.parse(body.path(FROM).asText());
        long to = Snowflake.parse(body.path(TO).asText());
        Circle circle = Circle.of(user);
        boolean were = circle.has(RelationshipType.FRIEND, from);
        CircleEdits edits = new CircleEdits(user, changes, clock.millis());
        if (!body.has(APPLICATION)) {
            circle.find(from)
                    .filter(found -> found.type() != RelationshipType.BLOCKED)
                    .ifPresent(edits::end);
        } else if (!plays(user, Snowflake.parse(body.path(APPLICATION).asText()))) {
            return Reply.noContent();
        }
        if (were && edits.welcome(to)) {
            edits.tell(to, FriendGiven.STEP);
        }
        return Reply.noContent();
    }

    private static boolean plays(UserState user, long application) {
        if (user.context()
                .storage()
                .row(AccountIdentities.TABLE, user.id(), application)
                .isPresent()) {
            return true;
        }
        return user
                .context()
                .storage()
                .read(
                        OAuth2Grants.TABLE,
                        Read.from(OAuth2Grants.TABLE, user.id()).build())
                .stream()
                .anyMatch(grant -> isOf(grant, application));
    }

    private static boolean isOf(RowView grant, long application) {
        return grant.get(OAuth2Grants.APPLICATION_ID, 0L) == application && grant.get(OAuth2Grants.EXPIRES_AT, 0L) > 0;
    }
}
