package io.guildhall.search.index;

/** An index of a cell. */
public record Destination(String cell, String index) {}
