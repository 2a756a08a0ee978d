package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.List;

/** One process to start that services stand on. It keeps everything in its own directory and listens on one address only. */
public interface Backend {
    /** For people. */
    String kind();

    Path directory();

    String address();

    /** Where clients come. */
    int port();

    /** Where it writes what happens. */
    default Path log() {
        return output();
    }

    /** Where both its outputs go. */
    default Path output() {
        return directory().resolve("out.log");
    }

    /** Writes what it reads when it starts. */
    void writeFiles();

    /** @throws io.guildhall.orchestration.commandline.Refusal when what it needs can't be had */
    List<String> command(Preparation preparation, Workplace workplace);

    /** Whether it serves. */
    boolean answers();
}
