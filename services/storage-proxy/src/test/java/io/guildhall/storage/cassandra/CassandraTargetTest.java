package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CassandraTargetTest {
    @Test
    void oneHostIsEnough() {
        CassandraTarget target = CassandraTarget.parse("cassandra:db.internal");

        assertThat(target.hosts()).containsExactly(InetSocketAddress.createUnresolved("db.internal", 9042));
        assertThat(target.keyspace()).isEmpty();
    }

    @Test
    void hostsMayHavePortsAndAKeyspaceMayFollow() {
        CassandraTarget target = CassandraTarget.parse("cassandra:10.0.0.1:9043,[::1],[::2]:1/chat_2");

        assertThat(target.hosts())
                .containsExactly(
                        InetSocketAddress.createUnresolved("10.0.0.1", 9043),
                        InetSocketAddress.createUnresolved("::1", 9042),
                        InetSocketAddress.createUnresolved("::2", 1));
        assertThat(target.keyspace()).contains("chat_2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "embedded:/data",
                "cassandra:",
                "cassandra:a,,b",
                "cassandra:a:0",
                "cassandra:a:65536",
                "cassandra:a:b",
                "cassandra:a/",
                "cassandra:a/Chat",
                "cassandra:a/x;drop",
                "cassandra:a b"
            })
    void whatIsNoTargetIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> CassandraTarget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }
}
