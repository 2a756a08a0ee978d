package io.guildhall.messageindex.elasticsearch;

/**
 * How an index is spread over the nodes of its cell.
 *
 * @param shards parts of it, each on one node
 * @param replicas copies of each part beside the first
 */
public record IndexSize(int shards, int replicas) {
    /** One part, as indexes have in which homes lie together. */
    public static IndexSize whole(int replicas) {
        return new IndexSize(1, replicas);
    }
}
