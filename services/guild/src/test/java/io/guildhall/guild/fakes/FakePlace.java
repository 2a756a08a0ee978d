package io.guildhall.guild.fakes;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildExpressions;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;

/** A guild's channel of which a test decides everything: who is there, who may do what, what time it is. */
public final class FakePlace implements Place {
    public static final long GUILD = 10;
    public static final long CHANNEL = 20;

    private final InMemoryStorage storage;
    private final Map<Long, Long> lastWritten = new HashMap<>();
    private final Map<Long, User> members = new HashMap<>();
    private final Map<Long, Long> permissions = new HashMap<>();
    private final Map<Long, Long> timeOuts = new HashMap<>();
    private final Set<Long> mentionableRoles = new HashSet<>();
    private ChannelType type = ChannelType.GUILD_TEXT;
    private long lastMessageId;
    private long slowmode;
    private long now;
    private Long lastPinAt;
    private GuildExpressions expressions = GuildExpressions.NONE;

    public FakePlace(InMemoryStorage storage, long now) {
        this.storage = storage;
        this.now = now;
    }

    /** Makes an account and a member of the same name who may do everything but what is taken away. */
    public FakePlace member(long userId, String name, Permission... without) {
        return member(userId, name, false, without);
    }

    /** The same for a bot's. */
    public FakePlace bot(long userId, String name) {
        return member(userId, name, true);
    }

    private FakePlace member(long userId, String name, boolean bot, Permission... without) {
        storage.write(List.of(Write.to(Users.TABLE, userId)
                .set(Users.USERNAME, name)
                .set(Users.DISCRIMINATOR, "0")
                .set(Users.BOT, bot)
                .build()));
        members.put(userId, User.from(storage.row(Users.TABLE, userId).orElseThrow()));
        permissions.put(userId, Permission.ALL & ~Permission.of(without));
        return this;
    }

    public void mentionable(long roleId) {
        mentionableRoles.add(roleId);
    }

    public void type(ChannelType value) {
        type = value;
    }

    /** In ms since 1970. */
    public void timeOut(long userId, long until) {
        timeOuts.put(userId, until);
    }

    public void slowmode(long seconds) {
        slowmode = seconds;
    }

    public void advance(long millis) {
        now += millis;
    }

    public Long lastPinAt() {
        return lastPinAt;
    }

    @Override
    public long channelId() {
        return CHANNEL;
    }

    @Override
    public ChannelType type() {
        return type;
    }

    @Override
    public OptionalLong guildId() {
        return OptionalLong.of(GUILD);
    }

    @Override
    public long permissions(long userId) {
        return permissions.getOrDefault(userId, 0L);
    }

    @Override
    public void require(long userId, Permission needed) {
        if (!needed.in(permissions(userId))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    @Override
    public Optional<User> findUser(long userId) {
        return Optional.ofNullable(members.get(userId));
    }

    @Override
    public LongFunction<Optional<Member>> members() {
        return this::findMember;
    }

    @Override
    public Optional<Member> findMember(long userId) {
        return findUser(userId)
                .map(user -> new Member(
                        user,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        Json.timestamp(Snowflake.EPOCH),
                        null,
                        false,
                        false,
                        0,
                        false,
                        Json.timestampOrNull(timeOuts.get(userId)),
                        null));
    }

    @Override
    public List<Long> applications() {
        return List.of();
    }

    @Override
    public long lastMessageId() {
        return lastMessageId;
    }

    @Override
    public void setLastMessageId(long messageId, Changes changes) {
        lastMessageId = messageId;
    }

    @Override
    public void setLastPinAt(Long pinnedAt, Changes changes) {
        lastPinAt = pinnedAt;
    }

    @Override
    public Event.Builder begin(DispatchEvent name, Object payload) {
        return Events.inChannel(name, CHANNEL, payload);
    }

    @Override
    public void send(Event event, Changes changes) {
        changes.event(event);
    }

    @Override
    public void sendTo(long userId, Event event, Changes changes) {
        changes.event(event.toBuilder().addOnlyUsers(userId).build());
    }

    @Override
    public Surroundings surroundings() {
        throw new UnsupportedOperationException("there is nothing around");
    }

    @Override
    public AttachmentLinks links() {
        return new AttachmentLinks("a secret", Clock.fixed(Instant.ofEpochMilli(now()), ZoneOffset.UTC));
    }

    @Override
    public StorageFacade storage() {
        return storage;
    }

    @Override
    public StorageFacade freeStorage() {
        return storage;
    }

    @Override
    public GuildExpressions expressions() {
        return expressions;
    }

    public void expressions(GuildExpressions value) {
        expressions = value;
    }

    @Override
    public long lastWrittenAt(long userId) {
        return lastWritten.getOrDefault(userId, 0L);
    }

    @Override
    public void rememberWriter(long userId) {
        lastWritten.put(userId, now());
    }

    @Override
    public long slowmode() {
        return slowmode;
    }

    @Override
    public boolean mayMentionRole(long roleId, long byUser) {
        return mentionableRoles.contains(roleId);
    }

    @Override
    public long now() {
        return now;
    }
}
