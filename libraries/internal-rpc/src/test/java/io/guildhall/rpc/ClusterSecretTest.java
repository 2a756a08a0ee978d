package io.guildhall.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterSecretTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void recognisesItselfAndNothingElse() {
        ClusterSecret secret = ClusterSecret.of(Optional.of(SECRET));
        Metadata right = new Metadata();
        secret.attach(right);
        Metadata wrong = new Metadata();
        ClusterSecret.of(Optional.of(SECRET.replace('f', 'e'))).attach(wrong);

        assertThat(secret.isIn(right)).isTrue();
        assertThat(secret.isIn(wrong)).isFalse();
        assertThat(secret.isIn(new Metadata())).isFalse();
    }

    @Test
    void saysWhichSettingIsMissingOrTooShort() {
        assertThatThrownBy(() -> ClusterSecret.of(Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("guildhall.cluster.secret");
        assertThatThrownBy(() -> ClusterSecret.of(Optional.of("short")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least 32")
                .hasMessageNotContaining("short");
    }

    @Test
    void isNeverPrinted() {
        assertThat(ClusterSecret.of(Optional.of(SECRET)).toString()).doesNotContain(SECRET);
    }
}
