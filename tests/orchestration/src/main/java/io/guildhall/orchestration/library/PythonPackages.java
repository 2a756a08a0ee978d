package io.guildhall.orchestration.library;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.workplace.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a program in Python stands on, in a folder of its own and in exact versions. */
final class PythonPackages {
    private PythonPackages() {}

    /** Does nothing when the folder has them already. */
    static void install(Path requirements, Path folder) throws IOException {
        Path installed = folder.resolve("requirements.txt");
        if (Files.exists(installed) && Files.mismatch(requirements, installed) == -1) {
            return;
        }
        Trees.delete(folder);
        List<String> pip = List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "-qq",
                "--root-user-action",
                "ignore",
                "--disable-pip-version-check",
                "--target",
                folder.toString(),
                "--requirement",
                requirements.toString());
        if (new Command(pip, Map.of()).runQuietly() != 0) {
            throw new Refusal(folder.getFileName() + " could not be installed");
        }
        Files.copy(requirements, installed);
    }
}
