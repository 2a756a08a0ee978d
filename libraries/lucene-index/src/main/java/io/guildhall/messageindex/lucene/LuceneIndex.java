package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.facet.Facet;
import io.guildhall.messageindex.query.SearchQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/** Messages in a Lucene index of this process. One at a time writes; searches see everything that was applied. */
public final class LuceneIndex implements MessageIndex {
    /** After so many changes the writer opens a searcher, so that what it keeps in memory stays small. */
    private static final int MOST_FRESH = 10_000;

    private static final double BUFFER_MEGABYTES = 16;

    /** As many words, in all their forms, as the longest questions have; of itself Lucene would refuse more than 1,024. */
    private static final int MOST_WORDS = 1 << 16;

    static {
        IndexSearcher.setMaxClauseCount(MOST_WORDS);
    }

    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

    private final Directory directory;
    private final Duration longestSearch;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final KnownVersions versions = new KnownVersions();
    private final Lock committing = new ReentrantLock();

    private LuceneIndex(Directory directory, Duration longestSearch) throws IOException {
        this.directory = directory;
        this.longestSearch = longestSearch;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new MessageAnalyzer(Reading.INDEXED)).setRAMBufferSizeMB(BUFFER_MEGABYTES));
        this.searchers = new SearcherManager(writer, null);
    }

    /** Opens the index of a directory, or begins one. One process at a time. */
    public static LuceneIndex open(Path path) {
        return open(path, LONGEST_SEARCH);
    }

    static LuceneIndex open(Path path, Duration longestSearch) {
        try {
            return new LuceneIndex(new NIOFSDirectory(path), longestSearch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        withSearcher(searcher -> {
            for (Change change : changes) {
                apply(searcher, change);
            }
            return null;
        });
        if (versions.size() >= MOST_FRESH) {
            refresh();
        }
    }

    @Override
    public void commit() {
        // Not the lock of those who write: they need not wait for the disk.
        committing.lock();
        try {
            writer.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            committing.unlock();
        }
    }

    @Override
    public Hits search(SearchQuery query) {
        return searchNow(searcher -> {
            IndexSearcher bounded = bounded(searcher);
            Query question = Questions.of(query);
            Hits hits = new Hits(bounded.count(question), Ranking.hits(bounded, question, query.page()));
            if (bounded.timedOut()) {
                throw new SearchTooLongException();
            }
            return hits;
        });
    }

    @Override
    public long count(Set<Long> homes) {
        return searchNow(searcher -> (long) searcher.count(Questions.homes(homes)));
    }

    @Override
    public Set<Long> incomplete(Set<Long> homes) {
        return searchNow(searcher -> {
            Set<Long> incomplete = new HashSet<>();
            for (long home : homes) {
                if (searcher.count(Questions.word(Field.KEY, DocumentKeys.complete(home))) == 0) {
                    incomplete.add(home);
                }
            }
            return incomplete;
        });
    }

    @Override
    public synchronized void complete(long home) {
        try {
            writer.updateDocument(
                    new Term(Field.KEY, DocumentKeys.complete(home)), Forms.mark(DocumentKeys.complete(home)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Map<Long, Long> terms(Set<Long> homes) {
        return searchNow(searcher -> {
            Map<Long, Long> terms = new HashMap<>();
            for (long home : homes) {
                terms.put(
                        home,
                        KnownVersions.stored(searcher, DocumentKeys.term(home))
                                .map(Version::epoch)
                                .orElse(0L));
            }
            return terms;
        });
    }

    @Override
    public synchronized void remember(long home, long term) {
        try {
            writer.updateDocument(new Term(Field.KEY, DocumentKeys.term(home)), Forms.term(home, term));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void begin(long home) {
        try {
            writer.deleteDocuments(
                    Questions.homes(Set.of(home)), Questions.word(Field.KEY, DocumentKeys.complete(home)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // Also forgets the versions of what was deleted.
        refresh();
    }

    @Override
    public synchronized void close() throws IOException {
        committing.lock();
        try {
            searchers.close();
            writer.close();
            directory.close();
        } finally {
            committing.unlock();
        }
    }

    /** What somebody asks for may match in every message, and slowly. */
    private IndexSearcher bounded(IndexSearcher searcher) {
        IndexSearcher bounded = new IndexSearcher(searcher.getIndexReader());
        long began = System.nanoTime();
        bounded.setTimeout(() -> System.nanoTime() - began > longestSearch.toNanos());
        return bounded;
    }

    private void apply(IndexSearcher searcher, Change change) throws IOException {
        switch (change) {
            case Change.Put(MessageDocument document, Version version) -> {
                if (!versions.isMarked(searcher, DocumentKeys.channel(document.channel()))
                        && !versions.isMarked(searcher, DocumentKeys.home(document.home()))) {
                    write(searcher, document.id(), version, Forms.message(document, version));
                }
            }
            case Change.Remove(long message, Version version) ->
                write(searcher, message, version, Forms.removed(message, version));
            case Change.RemoveChannel(long channel) ->
                removeAll(DocumentKeys.channel(channel), new Term(Facet.CHANNEL.word(), Long.toString(channel)));
            case Change.RemoveHome(long home) ->
                removeAll(DocumentKeys.home(home), new Term(Facet.HOME.word(), Long.toString(home)));
        }
    }

    private void write(IndexSearcher searcher, long message, Version version, Document document) throws IOException {
        if (versions.isNewer(searcher, message, version)) {
            writer.updateDocument(new Term(Field.KEY, DocumentKeys.message(message)), document);
            versions.written(message, version);
        }
    }

    private void removeAll(String key, Term everything) throws IOException {
        writer.deleteDocuments(everything);
        writer.updateDocument(new Term(Field.KEY, key), Forms.mark(key));
        versions.marked(key);
    }

    /** Afterwards searchers see all that was written; the lock keeps versions from being forgotten too early. */
    private synchronized void refresh() {
        try {
            searchers.maybeRefreshBlocking();
            versions.reopened();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> T searchNow(Search<T> search) {
        refresh();
        return withSearcher(search);
    }

    private <T> T withSearcher(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
