package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriverSettingsTest {
    private static final CassandraOptions OPTIONS = CassandraOptions.defaults("chat");

    @Test
    void readsAreSpeculativeAndNothingElseIs() {
        DriverConfig config = DriverSettings.loader(OPTIONS).getInitialConfig();
        DriverExecutionProfile reads = config.getProfile(DriverSettings.READS);

        assertThat(reads.getString(DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS))
                .isEqualTo("ConstantSpeculativeExecutionPolicy");
        assertThat(reads.getInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX)).isEqualTo(2);
        assertThat(reads.getDuration(DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY))
                .isEqualTo(Duration.ofMillis(100));
        assertThat(config.getDefaultProfile().getString(DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS))
                .isEqualTo("NoSpeculativeExecutionPolicy");
    }

    @Test
    void speculationCanBeTurnedOff() {
        CassandraOptions none = new CassandraOptions(
                "chat",
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                1,
                Duration.ofMillis(1),
                0,
                1,
                1,
                Duration.ofMinutes(1),
                Duration.ofSeconds(2));
        DriverExecutionProfile reads =
                DriverSettings.loader(none).getInitialConfig().getProfile(DriverSettings.READS);

        assertThat(reads.getString(DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS))
                .isEqualTo("NoSpeculativeExecutionPolicy");
    }

    @Test
    void everythingIsAtLocalQuorumAndOnlyOurKeyspaceIsLookedAt() {
        DriverExecutionProfile profile =
                DriverSettings.loader(OPTIONS).getInitialConfig().getDefaultProfile();

        assertThat(profile.getString(DefaultDriverOption.REQUEST_CONSISTENCY)).isEqualTo("LOCAL_QUORUM");
        assertThat(profile.getString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY))
                .isEqualTo("LOCAL_SERIAL");
        assertThat(profile.getDuration(DefaultDriverOption.REQUEST_TIMEOUT)).isEqualTo(Duration.ofSeconds(2));
        assertThat(profile.getStringList(DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES))
                .containsExactly("chat");
    }

    @Test
    void settingsForASessionOutOfSightAreThereOnlyWhileItIsBuilt() {
        String property = "datastax-java-driver.basic.request.consistency";

        assertThat(DriverSettings.during(OPTIONS, () -> System.getProperty(property)))
                .isEqualTo("LOCAL_QUORUM");
        assertThat(System.getProperty(property)).isNull();
    }
}
