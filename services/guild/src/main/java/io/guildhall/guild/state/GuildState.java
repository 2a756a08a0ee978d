package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.presence.Presences;
import io.guildhall.guild.voice.VoiceStates;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.permission.RoleTable;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One guild in memory. Only the guild's actor touches it. Change it through {@link GuildEdits}, which also writes and
 * tells.
 */
public final class GuildState {
    private final long id;
    private final ActorContext context;
    private final Clock clock;
    private final Map<Long, GuildChannel> channels = new TreeMap<>();
    private final Map<Long, GuildRole> roles = new TreeMap<>();
    private final Map<Long, GuildMember> members = new HashMap<>();
    private final Presences presences;
    private final VoiceStates voice;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private RowView row;
    private RoleTable roleTable;

    GuildState(ActorContext context, Clock clock, Presences presences, VoiceStates voice) {
        this.id = context.key().getId();
        this.context = context;
        this.clock = clock;
        this.presences = presences;
        this.voice = voice;
    }

    public long id() {
        return id;
    }

    /** False before it is created and after it is deleted. */
    public boolean exists() {
        return row != null;
    }

    public RowView row() {
        return row;
    }

    public long ownerId() {
        return row.get(Guilds.OWNER_ID, 0L);
    }

    public GuildProperties properties() {
        return GuildProperties.from(row);
    }

    public long now() {
        return clock.millis();
    }

    /** Reads of the store; each waits for the guild's own writes. */
    public StorageFacade storage() {
        return context.storage();
    }

    public ActorContext context() {
        return context;
    }

    public Audience audience() {
        return context.audience();
    }

    public Presences presences() {
        return presences;
    }

    public VoiceStates voice() {
        return voice;
    }

    /** A part of the state that is loaded when it is first needed, and forgotten with the rest. */
    public <T> T part(Class<T> type, Function<GuildState, T> load) {
        Object part = parts.get(type);
        if (part == null) {
            part = load.apply(this);
            parts.put(type, part);
        }
        return type.cast(part);
    }

    public Collection<GuildChannel> channels() {
        return channels.values();
    }

    public Optional<GuildChannel> findChannel(long channelId) {
        return Optional.ofNullable(channels.get(channelId));
    }

    public GuildChannel channel(long channelId) {
        return findChannel(channelId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
    }

    public Collection<GuildRole> roles() {
        return roles.values();
    }

    public Optional<GuildRole> findRole(long roleId) {
        return Optional.ofNullable(roles.get(roleId));
    }

    public GuildRole role(long roleId) {
        return findRole(roleId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_ROLE));
    }

    public GuildRole everyone() {
        return roles.get(id);
    }

    public Collection<GuildMember> members() {
        return members.values();
    }

    public int memberCount() {
        return members.size();
    }

    public Optional<GuildMember> findMember(long userId) {
        return Optional.ofNullable(members.get(userId));
    }

    public GuildMember member(long userId) {
        return findMember(userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MEMBER));
    }

    /** The permissions of all roles, ready for the evaluator. */
    public RoleTable roleTable() {
        if (roleTable == null) {
            roleTable = RoleTable.of(
                    id, roles.values().stream().collect(Collectors.toMap(GuildRole::id, GuildRole::permissions)));
        }
        return roleTable;
    }

    public GuildPermissions permissions() {
        return new GuildPermissions(this);
    }

    /** The member's highest role; @everyone when it has none. */
    public GuildRole highestRole(GuildMember member) {
        GuildRole highest = everyone();
        for (long roleId : member.roles()) {
            GuildRole role = roles.get(roleId);
            if (role != null && role.outranks(highest)) {
                highest = role;
            }
        }
        return highest;
    }

    void setRow(RowView next) {
        row = next;
    }

    void clear() {
        row = null;
        channels.clear();
        roles.clear();
        members.clear();
        parts.clear();
        roleTable = null;
    }

    void put(GuildChannel channel) {
        channels.put(channel.id(), channel);
    }

    void removeChannel(long channelId) {
        channels.remove(channelId);
    }

    void put(GuildRole role) {
        roles.put(role.id(), role);
        roleTable = null;
    }

    void removeRole(long roleId) {
        roles.remove(roleId);
        roleTable = null;
    }

    void put(GuildMember member) {
        members.put(member.id(), member);
    }

    void removeMember(long userId) {
        members.remove(userId);
    }

    /** Every channel in the order in which clients show them: by position, then by id. */
    public List<GuildChannel> channelsInOrder() {
        return channels.values().stream()
                .sorted(java.util.Comparator.comparingLong(GuildChannel::position)
                        .thenComparingLong(GuildChannel::id))
                .toList();
    }
}
