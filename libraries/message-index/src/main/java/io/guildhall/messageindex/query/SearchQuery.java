package io.guildhall.messageindex.query;

/** One search. All that is asked for must hold together. */
public record SearchQuery(Place place, Words words, People people, Parts parts, Page page) {
    /** Everything of a place, newest first. */
    public static SearchQuery everything(Place place) {
        return new SearchQuery(
                place, Words.none(), People.any(), Parts.any(), new Page(Sorting.NEWEST_FIRST, Page.MAX_LIMIT, 0));
    }

    public SearchQuery with(Words given) {
        return new SearchQuery(place, given, people, parts, page);
    }

    public SearchQuery with(People given) {
        return new SearchQuery(place, words, given, parts, page);
    }

    public SearchQuery with(Parts given) {
        return new SearchQuery(place, words, people, given, page);
    }

    public SearchQuery with(Page given) {
        return new SearchQuery(place, words, people, parts, given);
    }
}
