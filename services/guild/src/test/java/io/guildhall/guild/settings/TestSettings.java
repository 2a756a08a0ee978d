package io.guildhall.guild.settings;

import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserOperation;
import java.util.stream.Stream;

/** How clients are set up, for the towns of tests. */
public final class TestSettings {
    private TestSettings() {}

    public static Stream<UserOperation> operations() {
        return Stream.of(new GetSettings(), new UpdateSettings(), new GetSettingsProto(), new UpdateSettingsProto());
    }

    public static Stream<ReadyPart> parts() {
        return Stream.of(new ReadySettings(), new ReadySettingsProto());
    }
}
