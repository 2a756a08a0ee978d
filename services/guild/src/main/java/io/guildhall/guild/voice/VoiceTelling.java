package io.guildhall.guild.voice;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceGrounds;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.guild.voice.ToldPlaces.Told;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells the voice node what members may do in voice. It looks at the state after each command and not at what commands do, so that nothing is
 * forgotten whatever the reason may be: who leaves, is moved, muted, kicked or banned, who loses a role or a right, whose channel is deleted.
 * A command that changes none of this costs the comparison of five references.
 */
@Singleton
public final class VoiceTelling {
    private static final long CONNECTS = Permission.VIEW_CHANNEL.mask() | Permission.CONNECT.mask();

    private final Consumer<VoicePlaces> nodes;
    private final LongSupplier versions;

    @Inject
    public VoiceTelling(VoiceNodes nodes) {
        // Within an epoch a guild's owner is one process, whose clock of this kind only goes on.
        this(nodes::tell, System::nanoTime);
    }

    public VoiceTelling(Consumer<VoicePlaces> nodes, LongSupplier versions) {
        this.nodes = nodes;
        this.versions = versions;
    }

    /** After each command. */
    public void noticed(GuildState guild, Changes changes) {
        if (!guild.exists()) {
            gone(guild, changes);
            return;
        }
        Optional<ToldPlaces> before = guild.findPart(ToldPlaces.class);
        boolean needed = before.map(told -> !told.grounds().hold(guild.contents()))
                .orElseGet(() -> !guild.voice().all().isEmpty());
        if (needed) {
            look(guild, before.map(ToldPlaces::byUser).orElse(LongMap.empty()), changes);
        }
    }

    /** With a deleted guild it is forgotten who was told what. */
    private void gone(GuildState guild, Changes changes) {
        if (!guild.voice().all().isEmpty()) {
            tell(guild, VoicePlaces.newBuilder().setWhole(true), changes);
        }
    }

    private void look(GuildState guild, LongMap<Told> before, Changes changes) {
        LongMap<Told> after = before;
        List<VoicePlace> different = new ArrayList<>();
        for (InVoice state : guild.voice().all()) {
            Optional<Told> known = before.find(state.userId());
            Optional<Told> now = place(guild, state, known);
            if (now.isPresent() && !now.equals(known)) {
                after = after.with(state.userId(), now.get());
                different.add(now.get().place());
            } else if (now.isEmpty() && known.isPresent()) {
                after = after.without(state.userId());
                different.add(nowhere(state.userId()));
            }
        }
        Cursor<Told> told = before.cursor();
        while (told.hasNext()) {
            told.next();
            if (guild.voice().find(told.id()).isEmpty()) {
                after = after.without(told.id());
                different.add(nowhere(told.id()));
            }
        }
        guild.putPart(new ToldPlaces(after, VoiceGrounds.of(guild.contents())));
        if (!different.isEmpty()) {
            tell(guild, VoicePlaces.newBuilder().addAllPlaces(different), changes);
        }
    }

    private static VoicePlace nowhere(long userId) {
        return VoicePlace.newBuilder().setUserId(userId).build();
    }

    /** Empty for somebody who is no member any more, and in a channel that is gone. */
    private static Optional<Told> place(GuildState guild, InVoice state, Optional<Told> known) {
        Optional<GuildMember> member = guild.findMember(state.userId());
        Optional<GuildChannel> channel = guild.findChannel(state.channelId());
        if (member.isEmpty() || channel.isEmpty()) {
            return Optional.empty();
        }
        long held = guild.permissions().of(member.get(), channel.get());
        boolean connects = Permission.holdsAll(held, CONNECTS);
        // Who is new here came by itself, or from an owner before this one, and nobody knows any more whether it was
        // moved: without the right to connect it hears nothing.
        boolean byRight = known.map(
                        told -> told.place().getChannelId() == state.channelId() ? told.byRight() : connects)
                .orElse(true);
        boolean present = connects || !byRight;
        boolean speaks = present
                && Permission.SPEAK.in(held)
                && !state.suppressed()
                && !member.get().row().get(Members.MUTE, false);
        return Optional.of(new Told(
                VoicePlace.newBuilder()
                        .setUserId(state.userId())
                        .setChannelId(state.channelId())
                        .setSessionId(state.sessionId())
                        .setSpeaks(speaks)
                        .setHears(present && !member.get().row().get(Members.DEAF, false) && !state.selfDeaf())
                        .setPriority(speaks && Permission.PRIORITY_SPEAKER.in(held))
                        .build(),
                byRight));
    }

    private void tell(GuildState guild, VoicePlaces.Builder places, Changes changes) {
        VoicePlaces told = places.setGuildId(guild.id())
                .setEpoch(guild.context().epoch())
                .setVersion(versions.getAsLong())
                .build();
        changes.afterCommit(() -> nodes.accept(told));
    }
}
