package io.guildhall.discovery.etcd;

import io.grpc.StatusRuntimeException;
import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.discovery.NodeBook;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.observability.process.Guard;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Holds the lease, on a virtual thread of its own: renews it three times in its life, turns to the next member of etcd
 * when one fails, and takes the process out when the time is over. The lease counts from a moment after which both it was renewed and the
 * nodes were listed, so that what this process knows of the others is never older than its lease. Times are counted with the monotonic clock, from
 * before a request was sent, so that this process always believes its lease to end before etcd does.
 */
final class LeaseKeeper {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);
    private static final int NO_NUMBER = -1;
    private static final int MOST_DOUBLINGS = 10;
    /** After that Netty ends a handshake itself. */
    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);

    private final DiscoveryConfig config;
    private final String nodeId;
    private final NodeCodec codec;
    private final NodeNumbers numbers;
    private final NodeWatch watch;
    private final Runnable lostNumber;
    private Thread thread;
    private EtcdClient etcd;
    private int endpoint;
    /** Connections that were opened since a round went well. */
    private int unconnected;

    private long lease;
    private long lost;
    private volatile Tenure tenure = new Tenure(Discovery.NO_TERM, System.nanoTime());
    private long wanted;
    private long refreshed;
    private int number = NO_NUMBER;
    private List<Node> announced = List.of();
    private boolean stale;
    private boolean stopped;
    private long deadline = System.nanoTime();

    /** The lease as this process believes in it: which one, and until when by the monotonic clock. */
    private record Tenure(long term, long until) {
        boolean counts() {
            return until - System.nanoTime() > 0;
        }

        Duration left() {
            return Duration.ofNanos(until - System.nanoTime());
        }
    }

    LeaseKeeper(DiscoveryConfig config, String nodeId, NodeBook book, Runnable lostNumber) {
        this.config = config;
        this.nodeId = nodeId;
        this.codec = new NodeCodec(config.prefix());
        this.numbers = new NodeNumbers(config.prefix(), new SplittableRandom());
        this.watch = new NodeWatch(codec, book);
        this.lostNumber = lostNumber;
    }

    /** Begins to ask for a lease, a number and a list of the nodes. */
    synchronized void begin() {
        deadline = System.nanoTime() + config.startTimeout().toNanos();
        thread = Thread.ofVirtual().name("discovery").start(this::run);
    }

    /** Waits until all of them are there. */
    synchronized void await() {
        while (!ready()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || stopped) {
                stopped = true;
                throw new IllegalStateException("No answer from etcd at " + config.endpoints() + " within "
                        + config.startTimeout().toSeconds() + " s (guildhall.discovery.endpoints)");
            }
            pause(Duration.ofNanos(left));
        }
    }

    synchronized boolean ready() {
        return lease != 0 && counts() && number != NO_NUMBER && watch.running();
    }

    /** True while the lease is valid, which ends here before it ends in etcd. */
    boolean counts() {
        return tenure.counts();
    }

    long term() {
        Tenure seen = tenure;
        return seen.counts() ? seen.term() : Discovery.NO_TERM;
    }

    Duration leaseTtl() {
        return config.leaseTtl();
    }

    /** Waits until what is known is what etcd knew at some moment after this call; false when etcd does not answer in time. */
    synchronized boolean refresh() {
        long mine = ++wanted;
        long end = System.nanoTime() + config.requestTimeout().toNanos();
        notifyAll();
        try {
            for (long left = end - System.nanoTime();
                    refreshed < mine && !stopped && left > 0;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return refreshed >= mine;
    }

    /** Waits for it when it is not there yet. */
    synchronized int number() {
        if (number == NO_NUMBER) {
            await();
        }
        return number;
    }

    synchronized void announce(List<Node> nodes) {
        announced = nodes;
        stale = true;
        notifyAll();
    }

    void stop() {
        long held;
        synchronized (this) {
            stopped = true;
            held = lease;
            lease = 0;
            end();
            notifyAll();
        }
        watch.stop();
        try {
            if (held != 0 && etcd != null) {
                etcd.revoke(held);
            }
        } catch (StatusRuntimeException unreachable) {
            LOG.debug("The lease could not be given back; it ends by itself", unreachable);
        } finally {
            if (etcd != null) {
                etcd.close();
            }
        }
    }

    private void run() {
        while (!isStopped()) {
            boolean fine = attempt();
            synchronized (this) {
                if (!fine && lease != 0 && !counts()) {
                    Guard.PROCESS.run("Taking no part any more", this::fence);
                }
                notifyAll();
                if (!stopped && !(fine && (stale || wanted > refreshed))) {
                    pause(
                            fine
                                    ? config.leaseTtl().dividedBy(3)
                                    : config.leaseTtl().dividedBy(20));
                }
            }
        }
    }

    /** One round: everything that is not as it should be is put right. False when etcd failed. */
    private boolean attempt() {
        long before = System.nanoTime();
        long asked = wanted();
        try {
            if (etcd == null) {
                etcd = new EtcdClient(address(), config.requestTimeout(), EtcdTls.of(config.tls()));
                etcd.connect(patience());
            }
            renew();
            // Before anything is done on the strength of a new lease: who hears of that finds this node in a
            // list asked for later.
            publish();
            if (!watch.running()) {
                watch.start(etcd);
            }
            watch.refresh(etcd);
            unconnected = 0;
            extend(before, asked);
            return true;
        } catch (StatusRuntimeException | EtcdException failure) {
            LOG.warnf("etcd at %s failed: %s", address(), failure.getMessage());
            leave();
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Throwable unexpected) {
            Guard.PROCESS.check(unexpected);
            LOG.errorf(unexpected, "A round with etcd at %s failed; the next one tries again", address());
            Guard.PROCESS.run("Leaving a member of etcd", this::leave);
            return false;
        }
    }

    /**
     * How long a connection may take to open: as long as a question at first, so that a member which is gone is left soon, and after each round that failed
     * twice as long, so that one which is slow is reached in the end. Nobody waits for one beyond the end of the lease that is held.
     */
    private Duration patience() {
        Duration grown = config.requestTimeout().multipliedBy(1L << Math.min(unconnected, MOST_DOUBLINGS));
        unconnected++;
        Duration most = lease == 0 ? LONGEST_HANDSHAKE : tenure.left();
        Duration patience = grown.compareTo(most) < 0 ? grown : most;
        return patience.compareTo(config.requestTimeout()) > 0 ? patience : config.requestTimeout();
    }

    private String address() {
        return config.endpoints().get(endpoint % config.endpoints().size());
    }

    /** The next round turns to the next member. */
    private void leave() {
        EtcdClient left = etcd;
        etcd = null;
        endpoint++;
        watch.stop();
        if (left != null) {
            left.close();
        }
    }

    private void renew() throws InterruptedException {
        boolean alive = lease != 0 && etcd.keepAlive(lease);
        if (!alive) {
            if (lease != 0) {
                synchronized (this) {
                    fence();
                }
            }
            acquire();
        }
    }

    private synchronized long wanted() {
        return wanted;
    }

    private synchronized void extend(long before, long asked) {
        if (stopped) {
            return;
        }
        long term = tenure.counts() ? tenure.term() : tenure.term() + 1;
        tenure = new Tenure(term, before + validity().toNanos());
        refreshed = asked;
    }

    /** etcd counts in whole seconds, and at least one. */
    private Duration validity() {
        Duration granted = Duration.ofSeconds(Math.max(1, config.leaseTtl().toSeconds()));
        return granted.compareTo(config.leaseTtl()) < 0 ? granted : config.leaseTtl();
    }

    private void end() {
        tenure = new Tenure(tenure.term(), System.nanoTime());
    }

    private void acquire() {
        giveBackLost();
        long granted = etcd.grantLease(config.leaseTtl());
        int claimed = number;
        if (number == NO_NUMBER) {
            claimed = numbers.claim(etcd, nodeId, granted);
        } else if (!numbers.claim(etcd, number, nodeId, granted)) {
            LOG.errorf("Another process has node number %d by now; this one must not make ids any more", number);
            lostNumber.run();
            throw new EtcdException("the node's number is lost", null);
        }
        synchronized (this) {
            lease = granted;
            number = claimed;
            stale = true;
        }
    }

    /** etcd may still hold what this process has counted out: the number would seem to be another's. */
    private void giveBackLost() {
        if (lost != 0) {
            etcd.revokeIfHeld(lost);
            lost = 0;
        }
    }

    private void publish() {
        List<Node> nodes;
        synchronized (this) {
            if (!stale) {
                return;
            }
            stale = false;
            nodes = announced;
        }
        try {
            nodes.forEach(node -> etcd.put(codec.key(node), codec.value(node), lease));
        } catch (StatusRuntimeException failure) {
            synchronized (this) {
                stale = true;
            }
            throw failure;
        }
    }

    /** The lease is over, or may be: nobody is known any more, and this node is not among the living. */
    private void fence() {
        LOG.error("The lease of this node is lost; it takes no part until it has a new one");
        lost = lease;
        lease = 0;
        end();
        watch.empty();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Sleeps, with the lock given back, until it is told of something or the time is over. */
    private void pause(Duration duration) {
        try {
            wait(Math.max(1, duration.toMillis()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
