package io.guildhall.storage.tool;

import io.guildhall.storage.cassandra.CassandraTarget;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the migrate command was asked to do.
 *
 * @param workers how many ranges at a time
 * @param rowsPerSecond at most; 0 for as many as possible
 * @param checkpoint where the state of the copy is kept
 * @param verifyOnly compares and changes nothing
 */
record MigrateOptions(
        SourceAddress from, CassandraTarget to, int workers, int rowsPerSecond, Path checkpoint, boolean verifyOnly) {
    static final String USAGE = """
              guildhall migrate --from embedded:DIR | cassandra:HOST[:PORT][,HOST...][/KEYSPACE]
                                --to cassandra:HOST[:PORT][,HOST...][/KEYSPACE]
                                [--parallel N] [--rows-per-second N] [--checkpoint FILE] [--verify-only]""";

    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String PARALLEL = "--parallel";
    private static final String ROWS_PER_SECOND = "--rows-per-second";
    private static final String CHECKPOINT = "--checkpoint";
    private static final String VERIFY_ONLY = "--verify-only";

    private static final int USUAL_WORKERS = 8;
    private static final int MOST_WORKERS = 256;

    static MigrateOptions parse(String[] arguments) throws UsageException {
        Arguments options = Arguments.parse(
                arguments, Set.of(FROM, TO, PARALLEL, ROWS_PER_SECOND, CHECKPOINT), Set.of(VERIFY_ONLY));
        SourceAddress from = SourceAddress.parse(options.required(FROM));
        CassandraTarget to = cluster(options.required(TO));
        if (from instanceof SourceAddress.Cluster source && source.target().sameStore(to)) {
            throw new UsageException("source and target are the same keyspace");
        }
        String name = "guildhall-" + Integer.toHexString((from.text() + " " + to.text()).hashCode()) + ".migration";
        return new MigrateOptions(
                from,
                to,
                options.number(PARALLEL, USUAL_WORKERS, MOST_WORKERS),
                options.number(ROWS_PER_SECOND, 0, Integer.MAX_VALUE),
                Path.of(options.optional(CHECKPOINT).orElse(name)).toAbsolutePath(),
                options.has(VERIFY_ONLY));
    }

    /** A cluster with its keyspace. */
    static CassandraTarget cluster(String text) throws UsageException {
        try {
            return CassandraTarget.parse(text).withKeyspaceOr(CassandraTarget.USUAL_KEYSPACE);
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(invalid.getMessage(), invalid);
        }
    }
}
