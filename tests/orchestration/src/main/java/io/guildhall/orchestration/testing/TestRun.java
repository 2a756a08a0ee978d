package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.suite.Tally;
import java.io.PrintStream;

/** Everything that is checked, or a part of it, one after the other, with a count at the end. */
final class TestRun {
    private final Phases phases;
    private final PrintStream out;

    TestRun(Phases phases, PrintStream out) {
        this.phases = phases;
        this.out = out;
    }

    Tally run(TestOptions options) {
        Part part = options.part();
        if (options.executables()) {
            phases.buildExecutables();
        }
        Tally tally = withoutClients(part);
        if (part.needsClients()) {
            phases.prepareClients();
        }
        if (part.includes(Part.STANDALONE) || part.includes(Part.WEB)) {
            tally = tally.plus(phases.standalone(part));
        }
        if (part.includes(Part.PUSH)) {
            tally = tally.plus(phases.push());
        }
        if (part.includes(Part.VOICE)) {
            tally = tally.plus(phases.voice());
        }
        if (part.includes(Part.CLIENTS)) {
            tally = tally.plus(phases.libraries());
        }
        if (part.includes(Part.BOTS)) {
            tally = tally.plus(phases.bots());
        }
        if (part.includes(Part.STACK) || part.includes(Part.FAILOVER)) {
            tally = tally.plus(phases.stack(part));
        }
        if (part.includes(Part.SEARCH)) {
            tally = tally.plus(phases.search());
        }
        if (options.against().isPresent()) {
            tally = tally.plus(phases.against(options.against().orElseThrow()));
        }
        tally = tally.plus(phases.recordedAnswers());
        if (part == Part.ALL) {
            out.println("Native executables and container images are checked by ./guildhall test --native and"
                    + " ./guildhall images --test; what takes long, by ./guildhall test --only long.");
        }
        return tally.plus(phases.reports(part.includes(Part.UNIT) || part == Part.LONG || part == Part.SEARCH));
    }

    private Tally withoutClients(Part part) {
        return switch (part) {
            case ALL -> phases.chartAndModules();
            case CHART -> phases.chart();
            case UNIT -> phases.modules();
            case LONG -> phases.longModules();
            case SEARCH -> phases.searchModules();
            case STANDALONE, WEB, PUSH, VOICE, CLIENTS, BOTS, STACK, FAILOVER, PROCESSES, AGAINST -> Tally.NOTHING;
        };
    }
}
