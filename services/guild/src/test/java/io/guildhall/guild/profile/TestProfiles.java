package io.guildhall.guild.profile;

import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.note.GetNote;
import io.guildhall.guild.note.ListNotes;
import io.guildhall.guild.note.SetNote;
import io.guildhall.guild.user.UserOperation;
import java.util.stream.Stream;

/** Profiles and notes, for the towns of tests. */
public final class TestProfiles {
    private TestProfiles() {}

    public static Stream<UserOperation> operations() {
        return Stream.of(new GetProfile(), new ListNotes(), new GetNote(), new SetNote());
    }

    public static GuildStep step() {
        return new DescribeMember();
    }
}
