package io.tiktoken.wallet.proof.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The lines of Python that the README gives to customers, run word for word. */
final class CheckScript {

    /** How it ended, and what it said. */
    record Verdict(int exit, String words) {

        boolean isProven() {
            return exit == 0 && words.startsWith("PROVEN");
        }
    }

    private final Path folder;
    private final Path script;

    private CheckScript(Path folder, Path script) {
        this.folder = folder;
        this.script = script;
    }

    static CheckScript ofTheReadme(Path folder) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var from = readme.indexOf("```python\n") + "```python\n".length();
        var script = folder.resolve("check.py");
        Files.writeString(script, readme.substring(from, readme.indexOf("```", from)));
        return new CheckScript(folder, script);
    }

    Verdict check(String proof, String keys) throws IOException, InterruptedException {
        return run(script.toString(), saved(proof), saved(keys));
    }

    /** Which of many it takes for proven: one Python looks at them all, each as if it were the only one. */
    List<String> provenAmong(List<String> proofs, String keys) throws IOException, InterruptedException {
        var each = """
                import runpy, sys
                script, keys, *proofs = sys.argv[1:]
                for number, proof in enumerate(proofs):
                    sys.argv = [script, proof, keys]
                    try:
                        runpy.run_path(script)
                        print("accepted", number)
                    except (Exception, SystemExit):
                        pass
                """;
        var arguments = new ArrayList<>(List.of("-c", each, script.toString(), saved(keys)));
        for (var proof : proofs) {
            arguments.add(saved(proof));
        }
        var verdict = run(arguments.toArray(String[]::new));
        assertThat(verdict.exit()).as(verdict.words()).isZero();
        return verdict.words()
                .lines()
                .filter(line -> line.startsWith("accepted "))
                .map(line -> proofs.get(Integer.parseInt(line.substring("accepted ".length()))))
                .toList();
    }

    private String saved(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "saved", ".json"), text)
                .toString();
    }

    /** Without a python3 this fails, and says so: the script must not go untested. */
    private Verdict run(String... arguments) throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "said", ".txt");
        var python = new ProcessBuilder(Stream.concat(Stream.of("python3"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).as("the script ends").isTrue();
        return new Verdict(python.exitValue(), Files.readString(said));
    }
}
