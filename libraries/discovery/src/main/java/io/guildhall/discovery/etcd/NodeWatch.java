package io.guildhall.discovery.etcd;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.guildhall.discovery.NodeBook;
import io.guildhall.discovery.etcd.rpc.KeyValue;
import io.guildhall.discovery.etcd.rpc.RangeResponse;
import io.guildhall.discovery.etcd.rpc.WatchEvent;
import io.guildhall.discovery.etcd.rpc.WatchRequest;
import io.guildhall.discovery.etcd.rpc.WatchResponse;
import io.guildhall.model.cluster.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Follows the nodes in etcd. After a break it goes on at the revision it had reached; when etcd has forgotten what came
 * since, it lists everything again. Meanwhile the last known nodes stay. A watch may lag for any time, so what is known can be
 * refreshed by a list. Safe for threads.
 */
final class NodeWatch {
    private static final Logger LOG = Logger.getLogger(NodeWatch.class);

    private final NodeCodec codec;
    private final NodeBook book;
    private final Map<ByteString, Node> nodes = new HashMap<>();
    private StreamObserver<WatchRequest> call;
    private long revision;
    private long listed;
    private boolean published;

    NodeWatch(NodeCodec codec, NodeBook book) {
        this.codec = codec;
        this.book = book;
    }

    /** True while changes come in; false when {@link #start} has to be called (again). */
    synchronized boolean running() {
        return call != null;
    }

    /** Begins where it stopped, or with a list of everything. */
    synchronized void start(EtcdClient etcd) {
        if (revision == 0) {
            replaceBy(etcd.list(codec.folder()));
        }
        publish();
        Changes changes = new Changes();
        call = etcd.watch(codec.folder(), revision + 1, changes);
        changes.own = call;
    }

    /** Knows what etcd knew at some moment after this call, or later. */
    void refresh(EtcdClient etcd) {
        RangeResponse everything = etcd.list(codec.folder());
        synchronized (this) {
            if (call != null && everything.getHeader().getRevision() > revision) {
                replaceBy(everything);
                publish();
            }
        }
    }

    private void replaceBy(RangeResponse everything) {
        nodes.clear();
        everything.getKvsList().forEach(this::put);
        revision = everything.getHeader().getRevision();
        listed = revision;
    }

    /** Knows nobody until it is started again, which then lists everything. */
    synchronized void empty() {
        stop();
        revision = 0;
        nodes.clear();
        published = false;
        book.replaceAll(List.of());
    }

    synchronized void stop() {
        StreamObserver<WatchRequest> ending = call;
        call = null;
        if (ending != null) {
            try {
                ending.onCompleted();
            } catch (IllegalStateException alreadyEnded) {
                LOG.trace("The watch had ended", alreadyEnded);
            }
        }
    }

    private synchronized void changed(Changes from, WatchResponse response) {
        if (from.own != null && call != from.own) {
            return;
        }
        if (response.getCanceled()) {
            LOG.debugf("etcd ended the watch: %s", response.getCancelReason());
            revision = response.getCompactRevision() > 0 ? 0 : revision;
            call = null;
            return;
        }
        for (WatchEvent event : response.getEventsList()) {
            if (event.getKv().getModRevision() <= listed) {
                continue;
            }
            switch (event.getType()) {
                case PUT -> put(event.getKv());
                case DELETE, UNRECOGNIZED -> nodes.remove(event.getKv().getKey());
            }
        }
        revision = Math.max(revision, response.getHeader().getRevision());
        if (response.getEventsCount() > 0 || !published) {
            publish();
        }
    }

    private synchronized void ended(Changes from) {
        if (call == from.own) {
            call = null;
        }
    }

    private void put(KeyValue entry) {
        codec.read(entry.getValue())
                .ifPresentOrElse(
                        node -> nodes.put(entry.getKey(), node),
                        () -> LOG.warnf(
                                "The node at %s can't be read", entry.getKey().toStringUtf8()));
    }

    private void publish() {
        published = true;
        book.replaceAll(nodes.values());
    }

    private final class Changes implements StreamObserver<WatchResponse> {
        private volatile StreamObserver<WatchRequest> own;

        @Override
        public void onNext(WatchResponse response) {
            changed(this, response);
        }

        @Override
        public void onError(Throwable failure) {
            LOG.debug("The watch of etcd broke", failure);
            ended(this);
        }

        @Override
        public void onCompleted() {
            ended(this);
        }
    }
}
