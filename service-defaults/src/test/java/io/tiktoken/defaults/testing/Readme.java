package io.tiktoken.defaults.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tables of a module's README.md say: which calls there are, and which settings. */
record Readme(List<String> lines) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CALL = Pattern.compile("([A-Z]+ (?!/oauth2/)/[^ ?]+).*");
    private static final String BETWEEN_CELLS = "(?<!\\\\)\\|";

    static Readme ofThisModule() {
        try {
            return new Readme(Files.readAllLines(Path.of("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From columns that are headed "call": {@code GET /api/orders/{id}}, without the query. Those below {@code /oauth2/}
     * are left out, because they are answered by filters and not by handlers.
     */
    List<String> calls() {
        return codeUnder("call")
                .flatMap(List::stream)
                .map(CALL::matcher)
                .flatMap(call -> call.results().map(found -> found.group(1)))
                .toList();
    }

    /**
     * Our own, from columns that are headed "setting". What begins with a dot stands beside the one before it; what
     * follows a name that ends in a dot stands under that.
     */
    List<String> settings() {
        return codeUnder("setting").flatMap(row -> settingsIn(row).stream()).toList();
    }

    private static List<String> settingsIn(List<String> row) {
        var names = new ArrayList<String>();
        var under = "";
        for (var code : row) {
            if (code.startsWith("tiktoken.") && code.endsWith(".")) {
                under = code;
            } else if (code.startsWith("tiktoken.")) {
                under = code.substring(0, code.lastIndexOf('.') + 1);
                names.add(code);
            } else if (!under.isEmpty() && code.matches("\\.?[a-z-]+")) {
                names.add(under + code.replaceFirst("^\\.", ""));
            }
        }
        return names;
    }

    /** Row by row of all tables that have such a column. */
    private Stream<List<String>> codeUnder(String heading) {
        var rows = new ArrayList<List<String>>();
        var column = -1;
        for (var line : lines) {
            var cells =
                    Arrays.stream(line.split(BETWEEN_CELLS)).map(String::strip).toList();
            if (!line.startsWith("|")) {
                column = -1;
            } else if (column >= 0) {
                rows.add(CODE.matcher(cells.get(column))
                        .results()
                        .map(code -> code.group(1))
                        .toList());
            } else {
                column = cells.indexOf(heading);
            }
        }
        return rows.stream();
    }
}
