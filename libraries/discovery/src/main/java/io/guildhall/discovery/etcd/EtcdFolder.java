package io.guildhall.discovery.etcd;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.discovery.etcd.rpc.KeyValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A folder of etcd beside the nodes, with what operators register for the cluster; it has no lease. Blocks. */
public final class EtcdFolder implements AutoCloseable {
    private final String folder;
    private final List<EtcdClient> members;

    /** @param name of the folder, below the cluster's prefix */
    public EtcdFolder(DiscoveryConfig config, String name) {
        this.folder = config.prefix() + "/" + name + "/";
        EtcdTls tls = EtcdTls.of(config.tls());
        this.members = config.endpoints().stream()
                .map(endpoint -> new EtcdClient(endpoint, config.requestTimeout(), tls))
                .toList();
    }

    /** Values by the names that they have in the folder. */
    public Map<String, ByteString> read() {
        return atAny(member -> {
            Map<String, ByteString> values = new TreeMap<>();
            for (KeyValue entry : member.list(ByteString.copyFromUtf8(folder)).getKvsList()) {
                values.put(entry.getKey().toStringUtf8().substring(folder.length()), entry.getValue());
            }
            return values;
        });
    }

    public void put(String name, ByteString value) {
        atAny(member -> {
            member.put(ByteString.copyFromUtf8(folder + name), value, 0);
            return true;
        });
    }

    /** The members are tried in turn. */
    private <T> T atAny(Function<EtcdClient, T> question) {
        StatusRuntimeException last = null;
        for (EtcdClient member : members) {
            try {
                return question.apply(member);
            } catch (StatusRuntimeException failure) {
                last = failure;
            }
        }
        throw new EtcdException("no member of etcd answered", last);
    }

    @Override
    public void close() {
        members.forEach(EtcdClient::close);
    }
}
