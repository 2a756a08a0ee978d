package io.guildhall.messageindex.elasticsearch;

/**
 * How full a cell is.
 *
 * @param documents of all its indexes, copies not counted
 * @param bytes on its disks, with copies
 */
public record CellStatistics(long documents, long bytes) {}
