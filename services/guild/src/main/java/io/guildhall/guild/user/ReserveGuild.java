package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.InstanceSettings;
import io.guildhall.model.instance.Quotas;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a place among this user's guilds for one that it is about to make or to join. Guilds are many actors, which count what others
 * wrote; here is one, and so requests that come at the same moment do not pass the limit together.
 *
 * <p>The place is given back when the guild has told that the user belongs to it, when the guild refused it, or after a while.
 */
@Singleton
public final class ReserveGuild implements UserStep {
    /** How many guilds a bot may be in when it makes one. */
    public static final int MOST_OF_BOT = 10;

    /** How many guilds a person may be in when it makes one. */
    public static final int MOST_OF_PERSON = 200;

    /** How many guilds a person may be in when it joins one. */
    public static final int MOST_TO_JOIN = 100;

    /** Longer than a request takes, with what it tells. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Clock clock;

    public ReserveGuild(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return "reserveGuild";
    }

    /** The body names the guild, and says whether it is made, or that its place is given back. */
    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long guild = Snowflake.parse(body.path("guild_id").asText());
        if (body.path("given_back").asBoolean()) {
            user.giveBackGuild(guild);
            return Reply.noContent();
        }
        int most = MOST_TO_JOIN;
        if (body.path("made").asBoolean()) {
            most = user.isBot() ? MOST_OF_BOT : MOST_OF_PERSON;
        }
        if (!user.isBot()) {
            Optional<RowView> settings =
                    user.context().storage().read(InstanceRecords.TABLE, InstanceSettings.read()).stream()
                            .findFirst();
            most = (int) Quotas.least(InstanceSettings.of(settings).quotas().guildsPerPerson(), most);
        }
        if (!user.reserveGuild(guild, most, clock.millis(), KEPT.toMillis())) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILDS_REACHED);
        }
        return Reply.noContent();
    }
}
