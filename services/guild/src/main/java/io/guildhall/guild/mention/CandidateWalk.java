package io.guildhall.guild.mention;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Goes back through what may mention a person, the newest first, and reads no more than is asked for. It ends after so many candidates though
 * there are more: whoever asks goes on before the last that was shown. Only outside the mailbox.
 */
final class CandidateWalk implements Iterator<List<Candidate>> {
    static final int MOST_CANDIDATES = 1_000;

    /** What is dismissed, or for nobody, is no candidate, and costs reads all the same. */
    private static final int MOST_PAGES = 10;

    private final Candidates candidates;
    private final MentionQuery query;
    private final Set<Long> guilds;
    private final Deque<Long> buckets;
    private long before;
    private int left = MOST_CANDIDATES;
    private int pages;

    CandidateWalk(Candidates candidates, MentionQuery query, Set<Long> guilds) {
        this.candidates = candidates;
        this.query = query;
        this.guilds = guilds;
        this.buckets = new ArrayDeque<>(query.buckets());
        this.before = query.before();
    }

    @Override
    public boolean hasNext() {
        return !buckets.isEmpty() && left > 0 && pages < MOST_PAGES;
    }

    /** The next ones, which may be none. */
    @Override
    public List<Candidate> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Candidates.Page page = candidates.page(query, guilds, buckets.getFirst(), before);
        pages++;
        if (page.isLast()) {
            buckets.removeFirst();
        } else {
            before = page.floor();
        }
        List<Candidate> next =
                page.candidates().subList(0, Math.min(left, page.candidates().size()));
        left -= next.size();
        return next;
    }
}
