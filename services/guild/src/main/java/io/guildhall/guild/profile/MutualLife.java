package io.guildhall.guild.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.ManyRows;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What two users have in common, as the store tells. Only outside the mailbox. */
record MutualLife(long userId, long otherId, Set<Long> guilds, StorageFacade storage, ActorCommands owners) {
    private static final int MOST = 1_000;

    static MutualLife of(UserState user, long other) {
        return new MutualLife(
                user.id(),
                other,
                Set.copyOf(user.guilds()),
                user.context().freeStorage(),
                user.context().owners());
    }

    ObjectNode profile(boolean withGuilds, boolean withFriends, boolean withCount, Optional<Long> inGuild) {
        RowView account = Profiles.row(storage, otherId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        List<Long> mutual = mutualGuilds(account);
        requireAcquainted(account, mutual);
        ObjectNode user = Json.tree(User.from(account));
        String bio = account.get(Users.BIO, "");
        user.put("bio", bio);
        ObjectNode profile = Json.object();
        profile.set("user", user);
        profile.putObject("user_profile")
                .put("bio", bio)
                .put("accent_color", account.get(Users.ACCENT_COLOR))
                .put("banner", account.get(Users.BANNER))
                .put("pronouns", "");
        profile.putArray("connected_accounts");
        profile.putArray("badges");
        profile.putArray("guild_badges");
        profile.putNull("premium_since");
        profile.putNull("premium_type");
        if (withGuilds) {
            addGuilds(profile, mutual);
        }
        addFriends(profile, withFriends, withCount);
        inGuild.filter(mutual::contains).ifPresent(guild -> member(guild).ifPresent(member -> {
            profile.set("guild_member", member);
            profile.set("guild_member_profile", profileOf(member, guild));
        }));
        return profile;
    }

    /** With how the other is called in each. */
    private void addGuilds(ObjectNode profile, List<Long> mutual) {
        Map<Long, RowView> there = ManyRows.read(
                storage, Members.TABLE, mutual, guild -> new Object[] {guild, MemberSlice.of(otherId), otherId});
        ArrayNode list = profile.putArray("mutual_guilds");
        mutual.forEach(guild -> list.addObject()
                .put("id", Snowflake.format(guild))
                .put(
                        "nick",
                        Optional.ofNullable(there.get(guild))
                                .map(row -> row.get(Members.NICK))
                                .orElse(null)));
    }

    /** What a member shows of itself in one guild alone. */
    private static ObjectNode profileOf(ObjectNode member, long guild) {
        return Json.object()
                .put("guild_id", Snowflake.format(guild))
                .put("bio", member.path("bio").asText())
                .put("pronouns", "")
                .putNull("accent_color")
                .set("banner", member.get("banner"));
    }

    private void addFriends(ObjectNode profile, boolean withFriends, boolean withCount) {
        if (!withFriends && !withCount) {
            return;
        }
        Set<Long> own = friends(userId);
        List<Long> mutual = userId == otherId
                ? List.of()
                : friends(otherId).stream().filter(own::contains).sorted().toList();
        profile.put("mutual_friends_count", mutual.size());
        if (withFriends) {
            Map<Long, User> profiles = Profiles.of(storage, mutual);
            ArrayNode list = profile.putArray("mutual_friends");
            profiles.values().forEach(friend -> list.add(Json.<ObjectNode>tree(friend)));
        }
    }

    private Set<Long> friends(long of) {
        return storage.all(Relationships.TABLE, of).stream()
                .filter(row -> Relationships.is(RelationshipType.FRIEND, row))
                .map(row -> row.get(Relationships.OTHER_ID))
                .collect(Collectors.toSet());
    }

    /** A bot is in any number of guilds: then each of the caller's is looked for. */
    private List<Long> mutualGuilds(RowView account) {
        if (account.get(Users.BOT, false)) {
            return guilds.stream()
                    .sorted()
                    .filter(guild ->
                            storage.row(UserGuilds.TABLE, otherId, guild).isPresent())
                    .toList();
        }
        return storage
                .read(
                        UserGuilds.TABLE,
                        Read.from(UserGuilds.TABLE, otherId).limit(MOST).build())
                .stream()
                .map(row -> row.get(UserGuilds.GUILD_ID))
                .filter(guilds::contains)
                .toList();
    }

    private void requireAcquainted(RowView account, List<Long> mutualGuilds) {
        boolean known = userId == otherId
                || account.get(Users.BOT, false)
                || !mutualGuilds.isEmpty()
                || storage.row(Relationships.TABLE, userId, otherId)
                        .filter(row -> !Relationships.is(RelationshipType.BLOCKED, row))
                        .filter(row -> !Relationships.is(RelationshipType.OUTGOING_REQUEST, row))
                        .isPresent();
        if (!known) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
    }

    private Optional<ObjectNode> member(long guild) {
        Outcome outcome = owners.ask(Command.newBuilder()
                .setActor(Keys.guild(guild))
                .setInternal(Internal.newBuilder()
                        .setStep(DescribeMember.STEP)
                        .setBody(Json.bytes(Json.object().put("user_id", Snowflake.format(otherId)))))
                .build());
        return outcome.hasSuccess()
                ? Optional.of((ObjectNode) Json.parse(outcome.getSuccess().getBody()))
                : Optional.empty();
    }
}
