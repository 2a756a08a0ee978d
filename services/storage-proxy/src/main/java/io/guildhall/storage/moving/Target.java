package io.guildhall.storage.moving;

import io.guildhall.storage.scan.Importer;
import io.guildhall.storage.scan.PartitionScanner;
import io.guildhall.storage.store.Store;

/** Where rows are copied to: one store, from its three sides. It goes by the times of writes. */
public record Target(PartitionScanner scanner, Importer importer, Store store) {}
