package io.tiktoken.gateway.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the browser where the page's libraries are. The addresses carry the versions, so the files behind
 * them never change and browsers may keep them; the versions themselves stand in the build alone.
 */
@Component
class ImportMap {

    private final String json;

    ImportMap(JsonMapper mapper) {
        var lit = folderOf("lit");
        var html = folderOf("lit-html");
        var element = folderOf("lit-element");
        var reactive = folderOf("lit__reactive-element");
        var imports = new LinkedHashMap<String, String>();
        imports.put("lit", lit + "index.js");
        imports.put("lit/", lit);
        imports.put("lit-html", html + "lit-html.js");
        imports.put("lit-html/", html);
        imports.put("lit-element/lit-element.js", element + "lit-element.js");
        imports.put("@lit/reactive-element", reactive + "reactive-element.js");
        imports.put("@lit/reactive-element/", reactive);
        json = mapper.writeValueAsString(Map.of("imports", imports));
    }

    private static String folderOf(String library) {
        var version = new WebJarVersionLocator().version(library);
        if (version == null) {
            throw new IllegalStateException("The page needs the library " + library + ", which is not packaged");
        }
        return "/webjars/%s/%s/".formatted(library, version);
    }

    /** Stands in the page as it is here, or its hash would not match. */
    String json() {
        return json;
    }

    /** As a content security policy names an inline script that may run. */
    String hash() {
        return "sha256-" + Digests.base64(json.getBytes(StandardCharsets.UTF_8));
    }
}
