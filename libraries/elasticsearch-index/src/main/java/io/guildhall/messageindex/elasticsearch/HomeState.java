package io.guildhall.messageindex.elasticsearch;

/**
 * What an index knows of a home.
 *
 * @param term the last one of its owner that the index was told of; 0: none
 * @param generation in which all of its messages were there; 0: none
 */
public record HomeState(long term, long generation) {}
