package io.guildhall.guild.state;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.permission.PermissionEvaluator;
import java.util.stream.Stream;

/** Who may do what in one guild, and who stands above whom. */
public record GuildPermissions(GuildView guild, Doubt doubt) {
    /** Of somebody about whom there is no doubt. */
    public GuildPermissions(GuildView guild) {
        this(guild, Doubt.NONE);
    }

    /** What the member may do in the guild as a whole. */
    public long of(GuildMember member) {
        return doubt.less(member, unquestioned(member));
    }

    private long unquestioned(GuildMember member) {
        return PermissionEvaluator.inGuild(isOwner(member), silenced(member), guild.roleTable(), member.roles());
    }

    /** What the member may do in a channel. */
    public long of(GuildMember member, GuildChannel channel) {
        return in(channel, member, channel.type().rules());
    }

    /** What everybody may do in a channel who has no role and no overwrite. */
    public long ofEveryone(GuildChannel channel) {
        return ofEveryone(channel, channel.type().rules());
    }

    /** What everybody may do in a thread who sees it and has no role and no overwrite. */
    public long ofEveryone(GuildThread thread) {
        return guild.findChannel(thread.parentId())
                .map(parent -> ofEveryone(parent, ChannelRules.THREAD))
                .orElse(Permission.NONE);
    }

    private long ofEveryone(GuildChannel channel, ChannelRules rules) {
        return PermissionEvaluator.inChannel(
                false, false, guild.roleTable(), 0, new long[0], channel.overwrites(), rules);
    }

    /**
     * What the member may do in a thread: what it may do in the thread's parent, with SEND_MESSAGES_IN_THREADS in the place of
     * SEND_MESSAGES. Nothing in a private thread that it is not in, unless it manages threads.
     */
    public long of(GuildMember member, GuildThread thread) {
        return guild.findChannel(thread.parentId())
                .map(parent -> in(parent, member, ChannelRules.THREAD))
                .filter(held -> !thread.closed() || Permission.MANAGE_THREADS.in(held) || thread.joinedBy(member))
                .orElse(Permission.NONE);
    }

    public boolean shows(GuildMember member, GuildThread thread) {
        return Permission.VIEW_CHANNEL.in(of(member, thread));
    }

    public boolean has(GuildMember member, Permission permission) {
        return permission.in(of(member));
    }

    public boolean has(GuildMember member, GuildChannel channel, Permission permission) {
        return permission.in(of(member, channel));
    }

    /**
     * Whether the member sees that there is this channel, and what it is like. A voice channel shows to those who may not connect,
     * though {@link #of} leaves them nothing in it; a category shows to those to whom one of its channels does.
     */
    public boolean shows(GuildMember member, GuildChannel channel) {
        return mayView(member, channel) || showing(channel).anyMatch(inside -> mayView(member, inside));
    }

    /**
     * Refuses unless the channel shows to the member: for what the gateway tells by sight, too.
     *
     * @throws ApiException 50001
     */
    public void requireSight(GuildMember member, GuildChannel channel) {
        if (!shows(member, channel)) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
    }

    /** The channels of a category by which it may show to more than those who may view the category itself. */
    Stream<GuildChannel> showing(GuildChannel category) {
        return category.type() == ChannelType.GUILD_CATEGORY
                ? guild.channels().stream()
                        .filter(channel -> channel.parentId() == category.id())
                        .filter(channel -> !channel.overwriteList().equals(category.overwriteList()))
                : Stream.empty();
    }

    private boolean mayView(GuildMember member, GuildChannel channel) {
        return Permission.VIEW_CHANNEL.in(in(channel, member, ChannelRules.TEXT));
    }

    /** Refuses unless the member has every one of these bits in the guild. */
    public void require(GuildMember member, long needed) {
        requireAll(member, of(member), needed);
    }

    public void require(GuildMember member, Permission needed) {
        require(member, needed.mask());
    }

    /** Refuses unless the member has every one of these bits in the channel. */
    public void require(GuildMember member, GuildChannel channel, long needed) {
        requireAll(member, of(member, channel), needed);
        VerificationLevel.require(guild, member, needed);
    }

    /** Refuses unless the member has every one of these bits in the thread. */
    public void require(GuildMember member, GuildThread thread, long needed) {
        requireAll(member, of(member, thread), needed);
        VerificationLevel.require(guild, member, needed);
    }

    public void require(GuildMember member, GuildThread thread, Permission needed) {
        require(member, thread, needed.mask());
    }

    public void require(GuildMember member, GuildChannel channel, Permission needed) {
        require(member, channel, needed.mask());
    }

    /** Refuses to give or take bits that the member does not have itself. */
    public void requireHeld(GuildMember member, long bits) {
        if (!Permission.holdsAll(of(member), bits)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    public boolean isOwner(GuildMember member) {
        return member.id() == guild.ownerId();
    }

    /** True when the actor's highest role stands above the target's; the owner stands above everybody. */
    public boolean outranks(GuildMember actor, GuildMember target) {
        if (isOwner(target)) {
            return false;
        }
        return isOwner(actor) || guild.highestRole(actor).outranks(guild.highestRole(target));
    }

    public boolean outranks(GuildMember actor, GuildRole target) {
        return isOwner(actor) || guild.highestRole(actor).outranks(target);
    }

    public void requireOutranks(GuildMember actor, GuildMember target) {
        if (!outranks(actor, target)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    public void requireOutranks(GuildMember actor, GuildRole target) {
        if (!outranks(actor, target)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private long in(GuildChannel channel, GuildMember member, ChannelRules rules) {
        return doubt.less(
                member,
                PermissionEvaluator.inChannel(
                        isOwner(member),
                        silenced(member),
                        guild.roleTable(),
                        member.id(),
                        member.roles(),
                        channel.overwrites(),
                        rules));
    }

    private boolean silenced(GuildMember member) {
        return member.silencedUntil() > guild.now();
    }

    private void requireAll(GuildMember member, long held, long needed) {
        if (Permission.VIEW_CHANNEL.in(needed) && !Permission.VIEW_CHANNEL.in(held)) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        if (!Permission.holdsAll(held, needed)) {
            throw ApiException.of(
                    doubt.took(member, needed & ~held)
                            ? ErrorCode.TWO_FACTOR_AUTHENTICATION_IS_REQUIRED
                            : ErrorCode.MISSING_PERMISSIONS);
        }
    }
}
