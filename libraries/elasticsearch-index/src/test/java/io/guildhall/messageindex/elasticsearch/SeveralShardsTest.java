package io.guildhall.messageindex.elasticsearch;

/** An index of several shards, as a very large guild has it for itself, does all that one of a single shard does. */
class SeveralShardsTest extends ElasticsearchIndexTest {
    @Override
    IndexSize size() {
        return new IndexSize(3, 0);
    }
}
