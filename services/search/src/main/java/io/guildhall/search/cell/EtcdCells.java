package io.guildhall.search.cell;

import com.google.protobuf.ByteString;
import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.discovery.etcd.EtcdFolder;
import io.guildhall.model.payload.Json;
import io.guildhall.observability.process.Rounds;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The cells that operators registered in etcd, under PREFIX/cells/NAME, as JSON with an address. What was known last holds while etcd is away. */
public final class EtcdCells implements Cells, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EtcdCells.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final EtcdFolder folder;
    private final Rounds looking;
    private volatile Map<String, RegisteredCell> known = Map.of();

    private EtcdCells(EtcdFolder folder) {
        this.folder = folder;
        this.looking = new Rounds("search-registered-cells", this::look);
    }

    static EtcdCells begun(DiscoveryConfig config) {
        EtcdCells cells = new EtcdCells(new EtcdFolder(config, "cells"));
        cells.looking.start();
        return cells;
    }

    @Override
    public Map<String, RegisteredCell> all() {
        return known;
    }

    private void look() throws InterruptedException {
        known = cells(folder.read(), known);
        Thread.sleep(LOOK);
    }

    /**
     * Of what is registered, in any form, what is a cell: operators write it, and one mistake must not hide what else they register. A cell that was
     * one before stays as it was: one that is gone is moved out of.
     */
    static Map<String, RegisteredCell> cells(Map<String, ByteString> registered, Map<String, RegisteredCell> before) {
        Map<String, RegisteredCell> found = new TreeMap<>();
        registered.forEach((name, value) -> {
            try {
                String address = Json.parse(value).path("address").asText();
                found.put(name, RegisteredCell.parse(name + "=" + address));
            } catch (IllegalArgumentException | UncheckedIOException senseless) {
                LOG.warnf("Cell %s is registered in a way that makes no sense: %s", name, senseless.getMessage());
                Optional.ofNullable(before.get(name)).ifPresent(cell -> found.put(name, cell));
            }
        });
        return Map.copyOf(found);
    }

    @Override
    public void close() {
        looking.stop();
        folder.close();
    }
}
