package io.guildhall.discovery.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import org.junit.jupiter.api.Test;

class NodeCodecTest {
    private static final Node RELAY = new Node("r1", Role.RELAY, "10.0.0.1:9000", "", false);

    private final NodeCodec codec = new NodeCodec("guildhall");

    @Test
    void aNodeReadsWhatAnotherOfItsBuildWrote() {
        assertThat(codec.read(codec.value(RELAY))).contains(RELAY);
    }

    @Test
    void aNodeOfTheLastReleaseTellsNothingOfWhatItUnderstands() {
        Node old = codec.read(
                        ByteString.copyFromUtf8(
                                "{\"id\":\"r1\",\"role\":\"RELAY\",\"address\":\"10.0.0.1:9000\",\"public_url\":\"\",\"draining\":false}"))
                .orElseThrow();
        assertThat(old.contract()).isZero();
        assertThat(old.understands()).isFalse();
    }

    @Test
    void whatALaterReleaseAddsIsPassedOver() {
        Node later = codec.read(ByteString.copyFromUtf8(
                        "{\"id\":\"r1\",\"role\":\"RELAY\",\"address\":\"a\",\"contract\":99,\"more\":{\"x\":1}}"))
                .orElseThrow();
        assertThat(later.understands()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsPassedOver() {
        assertThat(codec.read(ByteString.copyFromUtf8("{\"id\":\"x\",\"role\":\"CHEF\"}")))
                .isEmpty();
        assertThat(codec.read(ByteString.copyFromUtf8("{"))).isEmpty();
    }
}
