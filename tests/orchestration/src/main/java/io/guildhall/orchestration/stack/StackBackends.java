package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.backend.Backend;
import io.guildhall.orchestration.backend.Backends;
import io.guildhall.orchestration.backend.CassandraNode;
import io.guildhall.orchestration.backend.Searched;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Launch;
import io.guildhall.orchestration.process.PidFiles;
import io.guildhall.orchestration.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the services of a stack stand on. */
final class StackBackends {
    private final StackDirectory directory;
    private final Shape shape;
    private final Processes processes;
    private final PidFiles pids;
    private final Backends others;

    StackBackends(StackDirectory directory, Shape shape, Processes processes, PidFiles pids, Backends others) {
        this.directory = directory;
        this.shape = shape;
        this.processes = processes;
        this.pids = pids;
        this.others = others;
    }

    /** Starts it, and does not wait. */
    void startEtcd(Path etcd) {
        String clients = etcdUrl();
        String peers = "http://127.0.0.1:" + shape.ports().etcdPeers();
        List<String> command = new ArrayList<>(List.of(
                etcd.toString(),
                "--data-dir",
                directory.resolve(StackNodes.ETCD).toString(),
                "--listen-client-urls",
                clients,
                "--advertise-client-urls",
                clients,
                "--listen-peer-urls",
                peers,
                "--initial-advertise-peer-urls",
                peers,
                "--initial-cluster",
                "default=" + peers));
        if (shape.encrypted()) {
            Certificates certificates = new Certificates(directory);
            command.addAll(List.of(
                    "--client-cert-auth",
                    "--trusted-ca-file",
                    certificates.authority().toString(),
                    "--cert-file",
                    certificates.certificate().toString(),
                    "--key-file",
                    certificates.key().toString()));
        }
        Launch launch = new Launch(command, Map.of(), directory.log(StackNodes.ETCD), false);
        pids.write(StackNodes.ETCD, processes.start(launch));
    }

    /** The request that succeeds when etcd serves. */
    List<String> etcdHealth() {
        List<String> request = new ArrayList<>();
        if (shape.encrypted()) {
            Certificates certificates = new Certificates(directory);
            request.addAll(List.of(
                    "--cacert",
                    certificates.authority().toString(),
                    "--cert",
                    certificates.certificate().toString(),
                    "--key",
                    certificates.key().toString()));
        }
        request.add(etcdUrl() + "/health");
        return request;
    }

    /** Starts it, and waits until it answers. */
    void startCassandra() {
        CassandraNode node = CassandraNode.alone(
                "stack",
                directory.resolve(StackNodes.CASSANDRA),
                shape.ports().of(StackNodes.CASSANDRA),
                shape.ports().cassandraPeers());
        try {
            pids.write(StackNodes.CASSANDRA, others.start(node));
        } catch (Refusal refusal) {
            throw refusal.followedBy("Cassandra did not start");
        }
    }

    /** Starts Kafka or the cell, and waits until it answers. */
    void startSearched(String backend) {
        StackPorts ports = shape.ports();
        Backend node = backend.equals(StackNodes.KAFKA)
                ? Searched.kafka(directory.resolve(backend), ports.of(backend), ports.kafkaControl())
                : Searched.elasticsearch(
                        "stack", directory.resolve(backend), ports.of(backend), ports.elasticsearchPeers());
        try {
            pids.write(backend, others.start(node));
        } catch (Refusal refusal) {
            throw refusal.followedBy(node.kind() + " did not start");
        }
    }

    private String etcdUrl() {
        return (shape.encrypted() ? "https" : "http") + "://127.0.0.1:"
                + shape.ports().of(StackNodes.ETCD);
    }
}
