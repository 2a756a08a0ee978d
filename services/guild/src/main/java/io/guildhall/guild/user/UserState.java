package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.SelfUser;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.SessionStarts;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A person or a bot as its actor knows it: the account, the bot's application, the guilds and the open private channels.
 * Only the actor's thread touches it.
 */
public final class UserState implements Reversible<UserState.Contents> {
    /** Everything that changes; the sets are replaced, never changed. */
    record Contents(
            RowView account,
            RowView application,
            NavigableSet<Long> guilds,
            NavigableSet<Long> privateChannels,
            NavigableSet<Long> groups,
            Map<Long, Long> reserved,
            RowView sessionStarts,
            Map<Class<?>, Object> parts) {}

    private static final long ONE_DAY = Duration.ofDays(1).toMillis();

    private final ActorContext context;
    private NavigableSet<Long> guilds = new TreeSet<>(Long::compareUnsigned);
    private NavigableSet<Long> privateChannels = new TreeSet<>(Long::compareUnsigned);
    /** Those of the private channels that are groups. */
    private NavigableSet<Long> groups = new TreeSet<>(Long::compareUnsigned);

    /** Guilds that the user is about to belong to, with the time in ms since 1970 until when they count. */
    private Map<Long, Long> reserved = Map.of();

    private RowView account;
    private RowView application;
    private RowView sessionStarts;
    private Map<Class<?>, Object> parts = Map.of();

    /**
     * @param account a row of {@link Users}; null for an application that has no bot yet
     * @param application a row of {@link Applications}; null for a person
     * @param sessionStarts a row of {@link SessionStarts}; null when there is none
     */
    public UserState(ActorContext context, RowView account, RowView application, RowView sessionStarts) {
        this.context = context;
        this.account = account;
        this.application = application;
        this.sessionStarts = Optional.ofNullable(sessionStarts).orElseGet(() -> Rows.create(SessionStarts.TABLE, id()));
    }

    @Override
    public Contents snapshot() {
        return new Contents(account, application, guilds, privateChannels, groups, reserved, sessionStarts, parts);
    }

    @Override
    public void restore(Contents contents) {
        account = contents.account();
        application = contents.application();
        guilds = contents.guilds();
        privateChannels = contents.privateChannels();
        groups = contents.groups();
        reserved = contents.reserved();
        sessionStarts = contents.sessionStarts();
        parts = contents.parts();
    }

    /** A part of the state that is loaded when it is first needed. It never changes: see {@link #putPart}. */
    public <T> T part(Class<T> type, Function<UserState, T> load) {
        Object part = parts.get(type);
        if (part == null) {
            part = load.apply(this);
            putPart(part);
        }
        return type.cast(part);
    }

    /** Replaces the part of this class. */
    public void putPart(Object part) {
        Map<Class<?>, Object> changed = new HashMap<>(parts);
        changed.put(part.getClass(), part);
        parts = Map.copyOf(changed);
    }

    /** The part of this class, if it is loaded. */
    public <T> Optional<T> findPart(Class<T> type) {
        return Optional.ofNullable(parts.get(type)).map(type::cast);
    }

    public long id() {
        return context.key().getId();
    }

    public ActorContext context() {
        return context;
    }

    /** @throws ApiException when this is an application without a bot */
    public RowView account() {
        return Optional.ofNullable(account).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
    }

    public Optional<RowView> application() {
        return Optional.ofNullable(application);
    }

    /** As everybody sees it; empty for an application without a bot. */
    public Optional<User> bot() {
        return Optional.ofNullable(account).map(User::from);
    }

    public User user() {
        return User.from(account());
    }

    public SelfUser self() {
        return SelfUser.from(account());
    }

    public boolean isBot() {
        return account().get(Users.BOT, false);
    }

    /** The guilds that this user's sessions belong to, as far as the guilds' owners have told. */
    public NavigableSet<Long> guilds() {
        return Collections.unmodifiableNavigableSet(guilds);
    }

    /** The private channels that the user has open. */
    public NavigableSet<Long> privateChannels() {
        return Collections.unmodifiableNavigableSet(privateChannels);
    }

    /** Those of the private channels that are groups. */
    public NavigableSet<Long> groups() {
        return Collections.unmodifiableNavigableSet(groups);
    }

    /** False when the user would belong to more guilds than this, with those that are reserved. */
    boolean reserveGuild(long guild, int most, long now, long keptFor) {
        Map<Long, Long> live = new HashMap<>(reserved);
        live.values().removeIf(until -> until <= now);
        boolean counts = guilds.contains(guild) || live.containsKey(guild);
        if (!counts && guilds.size() + live.size() >= most) {
            return false;
        }
        if (!guilds.contains(guild)) {
            live.put(guild, now + keptFor);
        }
        reserved = Map.copyOf(live);
        return true;
    }

    void giveBackGuild(long guild) {
        Map<Long, Long> others = new HashMap<>(reserved);
        others.remove(guild);
        reserved = Map.copyOf(others);
    }

    public void joinGuild(long guild) {
        giveBackGuild(guild);
        guilds = with(guilds, guild);
    }

    public void leaveGuild(long guild) {
        guilds = without(guilds, guild);
    }

    /** To how many groups the user belongs. */
    public int groupCount() {
        return groups.size();
    }

    /** @param recipient the other of two; 0 in a group */
    public void openPrivateChannel(long channel, long recipient) {
        privateChannels = with(privateChannels, channel);
        if (recipient == 0) {
            groups = with(groups, channel);
        }
    }

    public void closePrivateChannel(long channel) {
        privateChannels = without(privateChannels, channel);
        groups = without(groups, channel);
    }

    private static NavigableSet<Long> with(NavigableSet<Long> ids, long id) {
        NavigableSet<Long> changed = new TreeSet<>(ids);
        changed.add(id);
        return changed;
    }

    private static NavigableSet<Long> without(NavigableSet<Long> ids, long id) {
        NavigableSet<Long> changed = new TreeSet<>(ids);
        changed.remove(id);
        return changed;
    }

    /** Counts one more session and collects the write. Returns how many have begun since the first that counts, with this one. */
    long startSession(long now, Changes changes) {
        RowView before = sessionStarts;
        boolean over = before.get(SessionStarts.SINCE, 0L) + SessionStarts.WINDOW.toMillis() <= now;
        long started = over ? 1 : before.get(SessionStarts.STARTED, 0L) + 1;
        RowView counted = Rows.with(before, SessionStarts.STARTED, started);
        sessionStarts = over ? Rows.with(counted, SessionStarts.SINCE, now) : counted;
        changes.write(Rows.write(before, sessionStarts));
        return started;
    }

    /** Remembers, to within a day, that the user is or was here. */
    void seen(long now, Changes changes) {
        if (account != null && now - account.get(Users.LAST_SEEN, 0L) >= ONE_DAY) {
            changeAccount(Rows.with(account, Users.LAST_SEEN, now), changes);
        }
    }

    /** Replaces the account and collects the write. */
    public void changeAccount(RowView changed, Changes changes) {
        Rows.save(account(), changed, changes);
        account = changed;
    }

    /** Replaces the application and collects the write. */
    public void changeApplication(RowView changed, Changes changes) {
        Rows.save(application, changed, changes);
        application = changed;
    }

    /** Reads the account and the application again, which someone else has written. */
    void reread() {
        replace(
                context.storage().row(Users.TABLE, id()).orElse(null),
                context.storage().row(Applications.TABLE, id()).orElse(null));
    }

    /** The account or the application was written by someone else. */
    public void replace(RowView newAccount, RowView newApplication) {
        account = newAccount;
        application = newApplication;
    }
}
