package io.guildhall.search.cell;

import io.guildhall.messageindex.elasticsearch.Cell;
import io.guildhall.messageindex.elasticsearch.CellLogin;
import io.guildhall.messageindex.elasticsearch.CellStatistics;
import io.guildhall.observability.process.Rounds;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.metrics.SearchMetrics;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Connections to the cells, and which of them answer. A cell that failed is left alone until it answers again. */
@Singleton
public class CellLinks {
    private static final Logger LOG = Logger.getLogger(CellLinks.class);

    private record Link(RegisteredCell at, Cell cell) {}

    private final Cells cells;
    private final CellLoads loads;
    private final Optional<CellLogin> login;
    private final SearchMetrics metrics;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final Rounds asking;
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Map<String, String> away = new ConcurrentHashMap<>();

    public CellLinks(Cells cells, CellLoads loads, SearchConfig config, SearchMetrics metrics) {
        this.cells = cells;
        this.loads = loads;
        this.login = config.cellUsername()
                .flatMap(username -> config.cellPassword().map(password -> new CellLogin(username, password)));
        this.metrics = metrics;
        this.asking = Rounds.every(config.probe(), "search-cells", this::askAll);
    }

    @PostConstruct
    void start() {
        asking.start();
    }

    /**
     * The connection to a cell.
     *
     * @throws UncheckedIOException when there is no such cell
     */
    public Cell to(String name) {
        return find(name).orElseThrow(() -> new UncheckedIOException(new IOException("there is no cell " + name)));
    }

    /** A cell may move: then it has another address under its name. */
    private Optional<Cell> find(String name) {
        RegisteredCell at = cells.all().get(name);
        if (at == null) {
            return Optional.ofNullable(links.get(name)).map(Link::cell);
        }
        return Optional.of(links.compute(
                        name,
                        (same, link) -> link != null && link.at().equals(at)
                                ? link
                                : new Link(at, new Cell(at.address(), login)))
                .cell());
    }

    /** How many cells there are. */
    public int known() {
        return cells.all().size();
    }

    /** Whether it is worth a try. */
    public boolean answers(String name) {
        return !away.containsKey(name);
    }

    /** Something that was asked of it failed. It counts as away until it answers. */
    public void failed(String name, Throwable failure) {
        if (away.put(name, String.valueOf(failure.getMessage())) == null) {
            LOG.warnf("Cell %s does not answer (%s); what is for it waits in the event log", name, failure);
            loads.tell(name, CellLoad.NONE);
        }
    }

    private void askAll() {
        cells.all().keySet().forEach(name -> Thread.startVirtualThread(() -> ask(name)));
    }

    private void ask(String name) {
        if (watched.add(name)) {
            metrics.watchCell(name, () -> answers(name));
        }
        try {
            CellStatistics statistics = to(name).statistics();
            loads.tell(name, new CellLoad(true, statistics.documents(), statistics.bytes()));
            if (away.remove(name) != null) {
                LOG.infof("Cell %s answers again", name);
            }
        } catch (UncheckedIOException failure) {
            failed(name, failure);
        }
    }

    @PreDestroy
    void close() {
        asking.stop();
        links.values().forEach(link -> link.cell().close());
    }
}
